import * as E from 'fp-ts/lib/Either.js'
import { abortableSleep } from './abort.ts'
import type { Client, HttpReply, HttpRequest, Limits } from './Client.ts'
import { basicAuth, checkApiKey, redactor } from './credentials.ts'
import { fetchSend } from './fetchSend.ts'
import type { LoadError } from './LoadError.ts'
import {
  appUrlOf,
  checkAppUrl,
  checkBaseUrl,
  checkCapabilities,
  checkHeaders,
  checkLimits,
  mergeHeaders,
} from './options.ts'
import { trackRateLimit } from './rateLimit.ts'

/**
 * The options of {@link makeClient}. All of them are optional.
 *
 * @category Client
 * @since 0.1.0
 */
export interface ClientOptions extends Partial<Limits> {
  /** The API key. Without one, only public data can be read. */
  readonly apiKey?: string | undefined
  /** The URL of the API; `https://api.wandb.ai` by default. */
  readonly baseUrl?: string | undefined
  /** The URL of the web app, for links; derived from `baseUrl` by default. */
  readonly appUrl?: string | undefined
  /** The entity of paths without one; by default the server is asked for the API key's own. */
  readonly entity?: string | undefined
  /** The project of paths without one. */
  readonly project?: string | undefined
  /** Extra headers for every request to the server. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** The `fetch` to use; by default the platform's, or else cross-fetch. */
  readonly fetch?: typeof globalThis.fetch | undefined
  /** Waits for the given milliseconds, or until the signal aborts. */
  readonly sleep?: Client['sleep'] | undefined
  /** Returns the current time, in milliseconds. */
  readonly now?: Client['now'] | undefined
  /** Returns a random number from 0 (inclusive) to 1 (exclusive). */
  readonly random?: Client['random'] | undefined
}

const defaultLimits: Limits = {
  timeoutMs: 30_000,
  maxRetries: 8,
  maxElapsedMs: 300_000,
  firstDelayMs: 1_000,
  maxDelayMs: 30_000,
}

const limitsOf = (options: ClientOptions): Limits =>
  Object.freeze({
    timeoutMs: options.timeoutMs ?? defaultLimits.timeoutMs,
    maxRetries: options.maxRetries ?? defaultLimits.maxRetries,
    maxElapsedMs: options.maxElapsedMs ?? defaultLimits.maxElapsedMs,
    firstDelayMs: options.firstDelayMs ?? defaultLimits.firstDelayMs,
    maxDelayMs: options.maxDelayMs ?? defaultLimits.maxDelayMs,
  })

const nonEmpty = (text: string | undefined): string | undefined => text?.trim() || undefined

/**
 * Creates a client of a W&B server. It sends nothing until something is loaded. With invalid options, every load fails
 * with `InvalidClient`.
 *
 * The API key is sent to `baseUrl` only. It never follows a redirect and never appears in an error.
 *
 * @param options - The server, the API key, defaults and limits.
 * @returns The client.
 * @example
 * ```ts
 * import { makeClient } from 'wandb-run-ops/loader'
 *
 * const client = makeClient({ apiKey: 'not-a-real-key', baseUrl: 'https://wandb.example.com/' })
 *
 * client.baseUrl // => 'https://wandb.example.com'
 * ```
 * @category Client
 * @since 0.1.0
 */
export const makeClient = (options: ClientOptions = {}): Client => {
  const { apiKey, fetch, sleep, now = Date.now, random } = options
  const address = checkBaseUrl(options.baseUrl ?? 'https://api.wandb.ai')
  const limits = limitsOf(options)
  const keyError = checkApiKey(apiKey)
  const configError =
    address.error ??
    keyError ??
    checkAppUrl(options.appUrl) ??
    checkHeaders(options.headers) ??
    checkCapabilities({ fetch, sleep, now, random }) ??
    checkLimits(limits)
  const redact = redactor(apiKey)
  const exchange = fetchSend(fetch, limits.timeoutMs, redact)
  const credentials = apiKey === undefined || keyError !== undefined ? {} : { Authorization: basicAuth(apiKey) }
  const belongs = (url: string): boolean => url.startsWith(`${address.url}/`)

  return Object.freeze({
    baseUrl: address.url,
    appUrl: String(options.appUrl ?? appUrlOf(address.url))
      .trim()
      .replace(/\/+$/, ''),
    entity: nonEmpty(options.entity),
    project: nonEmpty(options.project),
    send: async (request: HttpRequest): Promise<E.Either<LoadError, HttpReply>> =>
      configError === undefined
        ? exchange(
            belongs(request.url) && request.anonymous !== true
              ? { ...request, headers: mergeHeaders(options.headers, request.headers, credentials) }
              : request,
          )
        : E.left(configError),
    sleep: sleep ?? abortableSleep,
    now,
    random: random ?? Math.random,
    limits,
    rateLimit: trackRateLimit(now),
    redact,
    configError,
  })
}
