import * as E from 'fp-ts/lib/Either.js'
import { sleepUnlessAborted } from './abort.ts'
import type { Client, HttpReply, HttpRequest, Limits } from './Client.ts'
import { type LoadError, loadError } from './LoadError.ts'

/** Why an attempt failed, and whether to try again. */
export interface AttemptFailure {
  readonly error: LoadError
  /** The maximum number of retries; 0 for a final error. */
  readonly retries: number
  /** How long the server asks to wait. */
  readonly afterMs?: number | undefined
}

export const finalFailure = (error: LoadError): AttemptFailure => ({ error, retries: 0 })

export const retryableFailure = (error: LoadError, afterMs?: number): AttemptFailure => ({
  error,
  retries: Number.POSITIVE_INFINITY,
  afterMs,
})

/** The jitter, as a share of the delay. */
const JITTER = 0.25

/**
 * Exponential backoff with a jitter of a quarter up and down, so that clients do not retry in lockstep. Never longer than
 * `maxDelayMs`.
 */
export const backoffMs = (limits: Limits, attempt: number, random: number): number =>
  Math.min(limits.maxDelayMs / (1 + JITTER), limits.firstDelayMs * 2 ** Math.min(attempt, 50)) *
  (1 - JITTER + 2 * JITTER * random)

/** Failures that every attempt would meet: an untrusted certificate, or no TLS at all. */
const isPermanent = (detail: string): boolean =>
  /^(CERT_|ERR_TLS_CERT_|ERR_SSL_WRONG_VERSION|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_(GET_ISSUER|VERIFY))/.test(detail)

/** Failures of the connection or the time limit, which the next attempt may not meet. */
export const sendFailure = (error: LoadError): AttemptFailure =>
  error._tag === 'TimedOut' || (error._tag === 'NetworkFailed' && !isPermanent(error.detail))
    ? retryableFailure(error)
    : finalFailure(error)

interface AttemptOptions {
  readonly signal?: AbortSignal | undefined
  /** Called with the error of every failed attempt, before the next one. */
  readonly onFailure?: ((error: LoadError) => void) | undefined
  /** Whether the server's rate limit delays the attempts: it does not apply to a storage service. */
  readonly paced: boolean
}

/** Calls `send`, which never rejects for our own clients but may for a custom one. */
export const sendSafely = async (client: Client, request: HttpRequest): Promise<E.Either<LoadError, HttpReply>> => {
  try {
    return await client.send(request)
  } catch (error) {
    const detail = error instanceof Error ? client.redact(error.message).slice(0, 200) : 'send failed'
    return E.left(loadError({ _tag: 'NetworkFailed', detail }))
  }
}

/**
 * Retries an attempt until it succeeds or another try is pointless: bounded in count and in time, waiting as long as the
 * server asks. Each attempt receives its time limit.
 */
export const withRetries = async <A>(
  client: Client,
  attempt: (timeoutMs: number) => Promise<E.Either<AttemptFailure, A>>,
  { signal, onFailure, paced }: AttemptOptions,
): Promise<E.Either<LoadError, A>> => {
  if (client.configError !== undefined) return E.left(client.configError)
  const { limits } = client
  const rateDelay = (): number => (paced ? client.rateLimit.delayMs() : 0)
  const deadline = client.now() + limits.maxElapsedMs
  const aborted = E.left(loadError({ _tag: 'Aborted' }))
  for (let count = 0; ; count += 1) {
    const pause = rateDelay()
    if (pause > 0) {
      if (client.now() + pause >= deadline)
        return E.left(loadError({ _tag: 'RateLimited', retryAfterSeconds: pause / 1000 }))
      await sleepUnlessAborted(client.sleep, pause, signal)
    }
    if (signal?.aborted) return aborted
    const answer = await attempt(Math.max(1, deadline - client.now()))
    if (E.isRight(answer)) return answer
    const { error, retries, afterMs } = answer.left
    onFailure?.(error)
    const wait = Math.max(afterMs ?? backoffMs(limits, count, client.random()), rateDelay())
    if (count >= Math.min(retries, limits.maxRetries) || client.now() + wait >= deadline) return E.left(error)
    await sleepUnlessAborted(client.sleep, wait, signal)
    if (signal?.aborted) return aborted
    if (client.now() >= deadline) return E.left(error)
  }
}
