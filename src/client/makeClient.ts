import * as E from 'fp-ts/lib/Either.js'
import { isObject } from '../types/wire/own.ts'
import { abortableSleep } from './abort.ts'
import type { Client, HttpReply, HttpRequest, Limits, Retry } from './Client.ts'
import { clientOptions } from './clientOptions.ts'
import { basicAuth, checkApiKey, redactError, redactor } from './credentials.ts'
import { fetchSend, MAX_BODY_BYTES } from './fetchSend.ts'
import type { LoadError } from './LoadError.ts'
import { type OptionChecks, optionError } from './optionChecks.ts'
import {
  checkAppUrl,
  checkBaseUrl,
  checkBodyLimit,
  checkCapabilities,
  checkHeaders,
  checkLimits,
  mergeHeaders,
  normalizeAppUrl,
} from './options.ts'
import { trackRateLimit } from './rateLimit.ts'
import { apiUrls, appUrlOf, DEFAULT_BASE_URL } from './servers.ts'

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
  /** The URL of the web app, for links, and for URLs that are passed as paths; derived from `baseUrl` by default. */
  readonly appUrl?: string | undefined
  /** The entity of paths without one; by default the server is asked for the API key's own. */
  readonly entity?: string | undefined
  /** The project of paths without one. */
  readonly project?: string | undefined
  /** Extra headers for every request to the server. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** The `fetch` to use; by default the platform's, or else cross-fetch. */
  readonly fetch?: typeof globalThis.fetch | undefined
  /** The maximum size of one response once it is unpacked, in bytes; 64 MiB by default. */
  readonly maxBodyBytes?: number | undefined
  /** Called before every retry, and before a wait for the rate limit. What it throws is ignored. */
  readonly onRetry?: ((retry: Retry) => void) | undefined
  /** Waits for the given milliseconds, or until the signal aborts. */
  readonly sleep?: Client['sleep'] | undefined
  /** Returns the current time, in milliseconds. */
  readonly now?: Client['now'] | undefined
  /** Returns a random number from 0 (inclusive) to 1 (exclusive). */
  readonly random?: Client['random'] | undefined
}

const checks: OptionChecks<ClientOptions> = clientOptions

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

/** The headers by which a server knows who asks. */
const CREDENTIALS: ReadonlySet<string> = new Set(['authorization', 'cookie', 'proxy-authorization', 'x-api-key'])

const originOf = (url: string): string => /^[a-z]+:\/\/[^/?#]*/i.exec(url)?.[0] ?? url

const nonEmpty = (text: string | undefined): string | undefined => text?.trim() || undefined

/**
 * Creates a client of a W&B server. It sends nothing until something is loaded. With invalid options, every load fails
 * with `InvalidClient`.
 *
 * The API key is sent to `baseUrl` only, with one exception: `api.wandb.ai` and `api.forge.coreweave.com` serve the same data
 * and accept the same keys, so a file that one names at the other is fetched with the key. It never follows a redirect and
 * never appears in an error.
 *
 * @param given - The server, the API key, defaults and limits.
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
export const makeClient = (given: ClientOptions = {}): Client => {
  const options = isObject(given) ? (given as ClientOptions) : {}
  const { apiKey, fetch, sleep, now = Date.now, random, onRetry, maxBodyBytes = MAX_BODY_BYTES } = options
  const address = checkBaseUrl(options.baseUrl ?? DEFAULT_BASE_URL)
  const limits = limitsOf(options)
  const keyError = checkApiKey(apiKey)
  const redact = redactor(apiKey)
  const configError =
    optionError(given, checks, 'client') ??
    redactError(address.error, redact) ??
    keyError ??
    checkAppUrl(options.appUrl) ??
    checkHeaders(options.headers) ??
    checkCapabilities({ fetch, sleep, now, random, onRetry }) ??
    checkBodyLimit(maxBodyBytes) ??
    checkLimits(limits)
  const exchange = fetchSend(fetch, limits.timeoutMs, redact, maxBodyBytes)
  const credentials = apiKey === undefined || keyError !== undefined ? {} : { Authorization: basicAuth(apiKey) }
  const isAnonymous = !Object.keys(mergeHeaders(options.headers, credentials)).some((name) => CREDENTIALS.has(name))
  const answered = new Set<string>()
  const own = apiUrls(address.url)
  const belongs = (url: string): boolean => own.some((base) => url.startsWith(`${base}/`))

  return Object.freeze({
    baseUrl: address.url,
    appUrl: options.appUrl === undefined ? appUrlOf(address.url) : normalizeAppUrl(options.appUrl),
    entity: nonEmpty(options.entity),
    project: nonEmpty(options.project),
    send: async (request: HttpRequest): Promise<E.Either<LoadError, HttpReply>> => {
      if (configError !== undefined) return E.left(configError)
      const reply = await exchange(
        belongs(request.url) && request.anonymous !== true
          ? { ...request, headers: mergeHeaders(options.headers, request.headers, credentials) }
          : request,
      )
      if (E.isRight(reply)) answered.add(originOf(request.url))
      return reply
    },
    sleep: sleep ?? abortableSleep,
    now,
    random: random ?? Math.random,
    limits,
    rateLimit: trackRateLimit(now, limits.maxDelayMs),
    onRetry,
    hasAnswered: (url: string) => answered.has(originOf(url)),
    isAnonymous,
    redact,
    configError,
  })
}
