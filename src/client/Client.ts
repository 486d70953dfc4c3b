import type * as E from 'fp-ts/lib/Either.js'
import type { LoadError } from './LoadError.ts'

/**
 * One HTTP request.
 *
 * @category Client
 * @since 0.1.0
 */
export interface HttpRequest {
  /** The method. */
  readonly method: 'GET' | 'POST'
  /** The absolute URL. */
  readonly url: string
  /** The headers, without credentials: the client adds those itself, for its own server only. */
  readonly headers: Readonly<Record<string, string>>
  /** The body. */
  readonly body?: string
  /** Omits the credentials even for the client's own server: signed URLs are rejected with them. */
  readonly anonymous?: boolean | undefined
  /** Whether the response must come from the server, and not from a cache. */
  readonly fresh?: boolean | undefined
  /** Aborts the request. */
  readonly signal?: AbortSignal | undefined
  /** The time limit in milliseconds, if shorter than the client's own. */
  readonly timeoutMs?: number | undefined
}

/**
 * One HTTP response of any status, with its whole body.
 *
 * @category Client
 * @since 0.1.0
 */
export interface HttpReply {
  /** The status. */
  readonly status: number
  /** The headers, keyed by lowercase name. */
  readonly headers: Readonly<Record<string, string>>
  /** The body. */
  readonly body: Uint8Array
}

/**
 * Time limits and retries of a client.
 *
 * @category Client
 * @since 0.1.0
 */
export interface Limits {
  /** The time limit of one attempt, in milliseconds. */
  readonly timeoutMs: number
  /** The maximum number of retries. */
  readonly maxRetries: number
  /** The time limit of a request including all retries and delays, in milliseconds. */
  readonly maxElapsedMs: number
  /** The delay before the first retry, in milliseconds; it doubles with each retry. */
  readonly firstDelayMs: number
  /** The longest delay between two attempts, in milliseconds, unless the server asks for a longer one. */
  readonly maxDelayMs: number
}

/**
 * The rate limit of a server, as its responses report it. All loads of a client share it.
 *
 * @category Client
 * @since 0.1.0
 */
export interface RateLimit {
  /** The share of the rate limit that is left, from 0 to 1; 1 if the server does not report it. */
  readonly remaining: () => number
  /** How long to wait before the next request, in milliseconds; 0 if the server asks for no wait. */
  readonly delayMs: () => number
  /** Records the rate limit that a response reports. */
  readonly update: (reply: HttpReply) => void
}

/**
 * A failed attempt that is about to be repeated, or a request that the rate limit delays.
 *
 * @category Client
 * @since 0.2.0
 */
export interface Retry {
  /** The number of the retry, from 1; 0 for a request that waits for the rate limit before it is sent. */
  readonly attempt: number
  /** The maximum number of retries, given what has failed so far. */
  readonly of: number
  /** How long the client waits before the retry, in milliseconds. */
  readonly waitMs: number
  /** Why the attempt failed. */
  readonly reason: LoadError
}

/**
 * The effects that loaders depend on, as a plain record. It does not hold the API key: only `send` knows it.
 *
 * @category Client
 * @since 0.1.0
 */
export interface Client {
  /** The URL of the API, without a trailing slash. */
  readonly baseUrl: string
  /** The URL of the web app, without a trailing slash. */
  readonly appUrl: string
  /** The entity of paths without one. */
  readonly entity: string | undefined
  /** The project of paths without one. */
  readonly project: string | undefined
  /** Sends one HTTP request, without retries or redirects. It never rejects. */
  readonly send: (request: HttpRequest) => Promise<E.Either<LoadError, HttpReply>>
  /** Waits for the given milliseconds, or until the signal aborts. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>
  /** The current time, in milliseconds. */
  readonly now: () => number
  /** A random number from 0 (inclusive) to 1 (exclusive). */
  readonly random: () => number
  /** Time limits and retries. */
  readonly limits: Limits
  /** The server's rate limit. */
  readonly rateLimit: RateLimit
  /** Called before every retry. */
  readonly onRetry?: ((retry: Retry) => void) | undefined
  /** Whether the server of a URL has answered before: a failure to reach it is then worth a retry. */
  readonly hasAnswered?: ((url: string) => boolean) | undefined
  /** Whether no credentials are sent. */
  readonly isAnonymous?: boolean | undefined
  /** Replaces the API key in a string. */
  readonly redact: (text: string) => string
  /** Why this client cannot send anything; `undefined` if its options are valid. */
  readonly configError: LoadError | undefined
}
