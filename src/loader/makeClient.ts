import * as E from 'fp-ts/lib/Either.js'
import type { Client, HttpReply, HttpRequest, Limits } from './Client.ts'
import { abortableSleep } from './internal/http/abort.ts'
import { appUrlOf, checkAppUrl, checkBaseUrl } from './internal/http/address.ts'
import { checkCapabilities, checkLimits } from './internal/http/checkLimits.ts'
import { basicAuth, checkKey, redactor } from './internal/http/credentials.ts'
import { fetchSend } from './internal/http/fetchSend.ts'
import { checkHeaders, mergeHeaders } from './internal/http/headers.ts'
import { pacer } from './internal/http/pacer.ts'
import type { LoadError } from './LoadError.ts'

/**
 * How to reach a W&B server. Everything has a default.
 *
 * @category Client
 * @since 0.1.0
 */
export interface ClientOptions extends Partial<Limits> {
  /** The API key. Without one, only what is public can be read. */
  readonly apiKey?: string | undefined
  /** The address of the API; `https://api.wandb.ai` by default. */
  readonly baseUrl?: string | undefined
  /** The address of the web app, for links; by default the one that belongs to `baseUrl`. */
  readonly appUrl?: string | undefined
  /** The entity of paths that name none; by default the server is asked for the key's own. */
  readonly entity?: string | undefined
  /** The project of paths that name none. */
  readonly project?: string | undefined
  /** More headers for every request to the server. */
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** The `fetch` to use; by default the platform's, else cross-fetch. */
  readonly fetch?: typeof globalThis.fetch | undefined
  /** Waits for some milliseconds, or until the signal. */
  readonly sleep?: Client['sleep'] | undefined
  /** The time in milliseconds. */
  readonly now?: Client['now'] | undefined
  /** A number from 0 to less than 1. */
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
 * A client of a W&B server. Nothing is sent before something is loaded; options that cannot work make every load give
 * `InvalidClient`.
 *
 * The API key is sent to the base URL's own address only, never along a redirect, and stands in no error.
 *
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
  const keyRefusal = checkKey(apiKey)
  const refusal =
    address.error ??
    keyRefusal ??
    checkAppUrl(options.appUrl) ??
    checkHeaders(options.headers) ??
    checkCapabilities({ fetch, sleep, now, random }) ??
    checkLimits(limits)
  const redact = redactor(apiKey)
  const exchange = fetchSend(fetch, limits.timeoutMs, redact)
  const credentials = apiKey === undefined || keyRefusal !== undefined ? {} : { Authorization: basicAuth(apiKey) }
  const belongs = (url: string): boolean => url.startsWith(`${address.url}/`)

  return Object.freeze({
    baseUrl: address.url,
    appUrl: String(options.appUrl ?? appUrlOf(address.url))
      .trim()
      .replace(/\/+$/, ''),
    entity: nonEmpty(options.entity),
    project: nonEmpty(options.project),
    send: async (request: HttpRequest): Promise<E.Either<LoadError, HttpReply>> =>
      refusal === undefined
        ? exchange(
            belongs(request.url) && request.anonymous !== true
              ? { ...request, headers: mergeHeaders(options.headers, request.headers, credentials) }
              : request,
          )
        : E.left(refusal),
    sleep: sleep ?? abortableSleep,
    now,
    random: random ?? Math.random,
    limits,
    ...pacer(now),
    redact,
    refusal,
  })
}
