import { type Client, makeClient } from 'wandb-run-ops/loader'
import type { Connection } from '../../process/startServer.ts'

/**
 * A clock by which every response takes exactly the latency of the server. The loader adapts its requests to the
 * server's speed; by the wall clock, a busy machine would look like a slow server and change them from round to round.
 */
export const latencyClock = (latencyMs: number, fetch = globalThis.fetch) => {
  let time = Date.now()
  return {
    now: (): number => time,
    fetch: async (...request: Parameters<typeof globalThis.fetch>): Promise<Response> => {
      const arrival = time + latencyMs
      const response = await fetch(...request)
      time = Math.max(time, arrival)
      return response
    },
  }
}

/** Makes a client whose requests do not depend on the load of the machine. */
export const benchClient = ({ url, apiKey, latencyMs }: Connection): Client =>
  makeClient({ apiKey, baseUrl: url, ...latencyClock(latencyMs) })
