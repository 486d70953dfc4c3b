import { homedir } from 'node:os'
import type { Client } from '../client/Client.ts'
import { loadError } from '../client/LoadError.ts'
import { type ClientOptions, makeClient } from '../client/makeClient.ts'
import { readNetrc, readSettings } from './settings.ts'

/**
 * The options of {@link clientFromEnv}. They take precedence over the environment.
 *
 * @category Client
 * @since 0.1.0
 */
export interface EnvOptions extends ClientOptions {
  /** The environment variables; `process.env` by default. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined
  /** The home directory; the user's by default. */
  readonly home?: string | undefined
  /** The directory that contains `wandb/settings`; the current directory by default. */
  readonly directory?: string | undefined
  /** Reads without an API key if none is found, which gives access to public data only. */
  readonly anonymous?: boolean | undefined
}

const nonEmpty = (text: string | undefined): string | undefined => (text?.trim() ? text.trim() : undefined)

const version = '0.1.0'

const milliseconds = (seconds: string | undefined): number | undefined => {
  const n = Number(nonEmpty(seconds))
  return Number.isFinite(n) && n > 0 ? n * 1000 : undefined
}

const hostOf = (baseUrl: string): string => {
  try {
    return new URL(baseUrl).host
  } catch {
    return baseUrl
  }
}

/**
 * Creates a client from the server, API key and defaults that W&B's own tools use.
 *
 * Each value comes from the first source that has it: the option; the environment variable (`WANDB_API_KEY`,
 * `WANDB_BASE_URL`, `WANDB_APP_URL`, `WANDB_ENTITY`, `WANDB_PROJECT`, `WANDB_HTTP_TIMEOUT` in seconds); `wandb/settings`
 * in the current directory; `~/.config/wandb/settings`. The API key is also looked up in netrc under the server's host:
 * in the file named by `NETRC`, or in `~/.netrc` or `~/_netrc`.
 *
 * If there is no API key, every load fails with `NoCredentials`, unless `anonymous` is set.
 *
 * @param options - Overrides of the environment, and all options of `makeClient`.
 * @returns The client.
 *
 * @example
 * ```ts
 * import { clientFromEnv } from 'wandb-run-ops/node'
 *
 * const client = clientFromEnv({ env: { WANDB_API_KEY: 'not-a-real-key', WANDB_ENTITY: 'team' } })
 *
 * client.entity // => 'team'
 * ```
 * @category Client
 * @since 0.1.0
 */
export const clientFromEnv = (options: EnvOptions = {}): Client => {
  const { env = process.env, home = homedir(), directory = process.cwd(), anonymous = false, ...rest } = options
  const settings = readSettings(env, home, directory)
  const baseUrl =
    nonEmpty(rest.baseUrl) ?? nonEmpty(env['WANDB_BASE_URL']) ?? settings['base_url'] ?? 'https://api.wandb.ai'
  const host = hostOf(baseUrl)
  const apiKey = rest.apiKey ?? nonEmpty(env['WANDB_API_KEY']) ?? readNetrc(env, home, host)
  const timeoutMs = rest.timeoutMs ?? milliseconds(env['WANDB_HTTP_TIMEOUT'])
  const client = makeClient({
    ...rest,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    apiKey,
    baseUrl,
    appUrl: rest.appUrl ?? nonEmpty(env['WANDB_APP_URL']),
    entity: rest.entity ?? nonEmpty(env['WANDB_ENTITY']) ?? settings['entity'],
    project: rest.project ?? nonEmpty(env['WANDB_PROJECT']) ?? settings['project'],
    headers: { 'User-Agent': `wandb-run-ops/${version}`, ...rest.headers },
  })
  const configError =
    client.configError ?? (apiKey === undefined && !anonymous ? loadError({ _tag: 'NoCredentials', host }) : undefined)
  return Object.freeze({ ...client, configError })
}
