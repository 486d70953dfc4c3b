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
  /** The whole address. */
  readonly url: string
  /** The headers, without credentials: the client adds those itself, and only for its own server. */
  readonly headers: Readonly<Record<string, string>>
  /** The body. */
  readonly body?: string
  /** Leaves the credentials out for the client's own server, too: a signed address is refused with them. */
  readonly anonymous?: boolean | undefined
  /** Ends the exchange at once. */
  readonly signal?: AbortSignal | undefined
  /** How long the exchange may take in milliseconds, where that is less than the client's own limit. */
  readonly timeoutMs?: number | undefined
}

/**
 * One HTTP answer, whatever its status, with all of its body.
 *
 * @category Client
 * @since 0.1.0
 */
export interface HttpReply {
  /** The status. */
  readonly status: number
  /** The headers by their names in small letters. */
  readonly headers: Readonly<Record<string, string>>
  /** The body. */
  readonly body: Uint8Array
}

/**
 * How long and how often a client tries.
 *
 * @category Client
 * @since 0.1.0
 */
export interface Limits {
  /** How long one attempt may take, in milliseconds. */
  readonly timeoutMs: number
  /** How often a request is tried again. */
  readonly maxRetries: number
  /** How long a request may take with all its retries and waits, in milliseconds. */
  readonly maxElapsedMs: number
  /** The wait before the first retry in milliseconds; it doubles with each. */
  readonly firstDelayMs: number
  /** The longest wait between two attempts in milliseconds, unless the server asks for a longer one. */
  readonly maxDelayMs: number
}

/**
 * What loaders need of the world, as a plain record. It does not hold the API key: only `send` knows it.
 *
 * @category Client
 * @since 0.1.0
 */
export interface Client {
  /** The address of the API, without a slash at the end. */
  readonly baseUrl: string
  /** The address of the web app, without a slash at the end. */
  readonly appUrl: string
  /** The entity of paths that name none. */
  readonly entity: string | undefined
  /** The project of paths that name none. */
  readonly project: string | undefined
  /** One HTTP exchange: no retry, no redirect. It never rejects. */
  readonly send: (request: HttpRequest) => Promise<E.Either<LoadError, HttpReply>>
  /** Waits for some milliseconds, or until the signal. */
  readonly sleep: (milliseconds: number, signal?: AbortSignal) => Promise<void>
  /** The time in milliseconds. */
  readonly now: () => number
  /** A number from 0 to less than 1. */
  readonly random: () => number
  /** How long and how often to try. */
  readonly limits: Limits
  /** How long the server's rate limit asks to wait before the next request, in milliseconds. */
  readonly pause: () => number
  /** How much of the server's rate limit is left, from 0 to 1; 1 where the server does not tell. */
  readonly spare: () => number
  /** Takes note of the rate limit in an answer. */
  readonly observe: (reply: HttpReply) => void
  /** Takes the API key out of a text. */
  readonly redact: (text: string) => string
  /** Why this client can send nothing, where its options were wrong. */
  readonly refusal: LoadError | undefined
}
