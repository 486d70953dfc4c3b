import { homedir } from 'node:os'
import * as E from 'fp-ts/lib/Either.js'
import type { Client, HttpReply, HttpRequest } from '../client/Client.ts'
import { envOptions } from '../client/envOptions.ts'
import { type LoadError, loadError } from '../client/LoadError.ts'
import { type ClientOptions, makeClient } from '../client/makeClient.ts'
import { type OptionChecks, optionError } from '../client/optionChecks.ts'
import { optionHint } from '../client/optionHint.ts'
import { isObject } from '../types/wire/own.ts'
import { nonEmpty, readEnvironment, serverHost } from './environment.ts'
import { proxyOf } from './proxy.ts'

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
  /**
   * Whether the API key may be sent unencrypted to an `http://` server on another machine that the environment or a settings
   * file names; `WANDB_INSECURE_HTTP` by default, else false. An `http://` address that is passed as `baseUrl` is always accepted.
   */
  readonly insecureHttp?: boolean | undefined
  /**
   * Called with one line if the server comes from the settings file of a folder, which anybody may have put there. By
   * default, it is a warning of the Node.js process.
   */
  readonly onWarning?: ((message: string) => void) | undefined
}

const version = '0.2.0'

const milliseconds = (seconds: string | undefined): number | undefined => {
  const n = Number(nonEmpty(seconds))
  return Number.isFinite(n) && n > 0 ? n * 1000 : undefined
}

/** Calls the listener. What it throws must not keep the client from being made. */
const warn = (onWarning: (message: string) => void, message: string): void => {
  try {
    onWarning(message)
  } catch {
    // The client works without it.
  }
}

const checks: OptionChecks<EnvOptions> = envOptions

const warnProcess = (message: string): void => process.emitWarning(message, 'WandbWarning')

/**
 * Creates a client from the server, API key and defaults that W&B's own tools use.
 *
 * Each value comes from the first source that has it: the option; the environment variable (`WANDB_API_KEY`,
 * `WANDB_BASE_URL`, `WANDB_APP_URL`, `WANDB_ENTITY`, `WANDB_PROJECT`, `WANDB_HTTP_TIMEOUT` in seconds); `wandb/settings`
 * in the current directory; `~/.config/wandb/settings`. The API key is also `api_key` in these files, and then looked up in netrc under the server's host:
 * in the file named by `NETRC`, or in `~/.netrc` or `~/_netrc`. A key for `api.wandb.ai` serves `api.forge.coreweave.com` too,
 * and the other way round, because they are one deployment.
 *
 * Requests go through the proxy that `HTTPS_PROXY`, `HTTP_PROXY` and `NO_PROXY` name, in upper or lower case. That
 * requires the package `undici`.
 *
 * If there is no API key, every load fails with `NoCredentials`, unless `anonymous` is set.
 *
 * @param asked - Overrides of the environment, and all options of `makeClient`.
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
export const clientFromEnv = (asked: EnvOptions = {}): Client => {
  const wrong = optionError(asked, checks, 'client', optionHint)
  const options: EnvOptions = isObject(asked) ? asked : {}
  const { env = process.env, home = homedir(), directory = process.cwd(), ...given } = options
  const { anonymous = false, insecureHttp, onWarning = warnProcess, ...rest } = given
  const { baseUrl, apiKey, entity, project, warning, error } = readEnvironment({ env, home, directory }, given)
  const proxy = rest.fetch === undefined ? proxyOf(env) : undefined
  const timeoutMs = rest.timeoutMs ?? milliseconds(env['WANDB_HTTP_TIMEOUT'])
  const client = makeClient({
    ...rest,
    ...(timeoutMs === undefined ? {} : { timeoutMs }),
    ...(proxy === undefined ? {} : { fetch: proxy.fetch }),
    apiKey,
    baseUrl,
    appUrl: rest.appUrl ?? nonEmpty(env['WANDB_APP_URL']),
    entity: rest.entity ?? entity,
    project: rest.project ?? project,
    headers: { 'User-Agent': `wandb-run-ops/${version}`, ...rest.headers },
  })
  const missing =
    apiKey === undefined && !anonymous ? loadError({ _tag: 'NoCredentials', host: serverHost(baseUrl) }) : undefined
  const configError = wrong ?? client.configError ?? error ?? missing ?? proxy?.error
  if (warning !== undefined && configError === undefined) warn(onWarning, warning)
  if (proxy === undefined) return Object.freeze({ ...client, configError })
  return Object.freeze({
    ...client,
    configError,
    redact: (text: string): string => client.redact(proxy.redact(text)),
    send: async (request: HttpRequest): Promise<E.Either<LoadError, HttpReply>> => {
      const problem = configError ?? (await proxy.problem(request.url))
      return problem === undefined ? client.send(request) : E.left(problem)
    },
  })
}
