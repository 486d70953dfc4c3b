import { type Client, type ClientOptions, makeClient } from 'wandb-run-ops/loader'

/** A client whose waits are short. */
export const quick = (baseUrl: string, apiKey: string | undefined, more: ClientOptions = {}): Client =>
  makeClient({ baseUrl, apiKey, firstDelayMs: 1, maxDelayMs: 2, ...more })
