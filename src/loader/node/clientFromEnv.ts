import { homedir } from 'node:os'
import type { Client } from '../Client.ts'
import { loadError } from '../LoadError.ts'
import { type ClientOptions, makeClient } from '../makeClient.ts'
import { readNetrc } from './internal/netrc.ts'
import { readSettings } from './internal/settings.ts'

/**
 * What {@link clientFromEnv} may be told instead of finding it out.
 *
 * @category Client
 * @since 0.1.0
 */
export interface EnvOptions extends ClientOptions {
  /** The environment variables; the process's own by default. */
  readonly env?: Readonly<Record<string, string | undefined>> | undefined
  /** The home directory; the user's own by default. */
  readonly home?: string | undefined
  /** The directory whose `wandb/settings` counts; the current one by default. */
  readonly directory?: string | undefined
  /** Read without an API key where none is found, which shows what is public. */
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
 * A client that finds its server, key and defaults where W&B's own tools look for them.
 *
 * For each, the first that is there counts: the option; the environment variable (`WANDB_API_KEY`, `WANDB_BASE_URL`,
 * `WANDB_APP_URL`, `WANDB_ENTITY`, `WANDB_PROJECT`, `WANDB_HTTP_TIMEOUT` in seconds); `wandb/settings` in the current
 * directory; `~/.config/wandb/settings`. The key is also looked for in netrc: the file that `NETRC` names, `~/.netrc` or
 * `~/_netrc`, under the host of the server.
 *
 * Where there is no key at all, every load gives `NoCredentials`, unless `anonymous` is set.
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
  const refusal =
    client.refusal ?? (apiKey === undefined && !anonymous ? loadError({ _tag: 'NoCredentials', host }) : undefined)
  return Object.freeze({ ...client, refusal })
}
