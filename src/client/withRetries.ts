import * as E from 'fp-ts/lib/Either.js'
import { sleepUnlessAborted } from './abort.ts'
import type { Client, HttpReply, HttpRequest, Limits, Retry } from './Client.ts'
import { type LoadError, loadError } from './LoadError.ts'
import { isClosedConnection, networkRetries } from './networkFailure.ts'

/** Why an attempt failed, and whether to try again. */
export interface AttemptFailure {
  readonly error: LoadError
  /** The maximum number of retries after errors of this kind; 0 for a final error. */
  readonly retries: number
  /** How long the server asks to wait. */
  readonly afterMs?: number | undefined
  /** Whether the first retry need not wait. */
  readonly atOnce?: boolean | undefined
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

/**
 * Failures of the connection or the time limit, which the next attempt may not meet.
 *
 * @param hasAnswered - Whether the server answered an earlier request.
 */
export const sendFailure = (error: LoadError, hasAnswered = false): AttemptFailure => {
  if (error._tag === 'TimedOut') return retryableFailure(error)
  if (error._tag !== 'NetworkFailed') return finalFailure(error)
  const retries = networkRetries(error.detail, hasAnswered)
  return { error, retries, atOnce: hasAnswered && isClosedConnection(error.detail) }
}

interface AttemptOptions {
  readonly signal?: AbortSignal | undefined
  /** Called with every failed attempt; returns the failure, or another judgement of it. */
  readonly judge?: ((failure: AttemptFailure) => AttemptFailure) | undefined
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

/** Reports a retry. What the listener throws, or rejects with, must not end the load. */
const report = ({ onRetry }: Client, retry: Retry): void => {
  try {
    const result: unknown = onRetry?.(Object.freeze(retry))
    if (result instanceof Promise) result.catch(() => {})
  } catch {
    // The load goes on.
  }
}

const inSeconds = (milliseconds: number): string => `${Math.ceil(milliseconds / 1000)} s`

/** Adds to an error that the server asked for a longer wait than the load has time for. */
const withWait = (error: LoadError, waitMs: number): LoadError =>
  error._tag === 'HttpFailed' && error.advice === undefined
    ? loadError({ ...error, advice: `the server asks to wait ${inSeconds(waitMs)}, longer than a load may take` })
    : error

/**
 * Retries an attempt until it succeeds or another try is pointless: bounded in count and in time, waiting as long as the
 * server asks. Each kind of error has its own count, and all of them together have at most `maxRetries`. Each attempt
 * receives its time limit.
 */
export const withRetries = async <A>(
  client: Client,
  attempt: (timeoutMs: number) => Promise<E.Either<AttemptFailure, A>>,
  { signal, judge = (failure) => failure, paced }: AttemptOptions,
): Promise<E.Either<LoadError, A>> => {
  if (client.configError !== undefined) return E.left(client.configError)
  const { limits } = client
  const rateDelay = (): number => (paced ? client.rateLimit.delayMs() : 0)
  const deadline = client.now() + limits.maxElapsedMs
  const aborted = E.left(loadError({ _tag: 'Aborted' }))
  const failures = new Map<LoadError['_tag'], number>()
  for (let count = 0; ; count += 1) {
    const pause = rateDelay()
    if (pause > 0) {
      const reason = loadError({ _tag: 'RateLimited', retryAfterSeconds: pause / 1000 })
      if (client.now() + pause >= deadline) return E.left(reason)
      report(client, { attempt: count, of: limits.maxRetries, waitMs: pause, reason })
      await sleepUnlessAborted(client.sleep, pause, signal)
    }
    if (signal?.aborted) return aborted
    const answer = await attempt(Math.max(1, deadline - client.now()))
    if (E.isRight(answer)) return answer
    const { error, retries, afterMs, atOnce = false } = judge(answer.left)
    const before = failures.get(error._tag) ?? 0
    failures.set(error._tag, before + 1)
    const left = Math.min(retries - before, limits.maxRetries - count)
    if (left <= 0) return E.left(error)
    const asked = afterMs ?? (atOnce && before === 0 ? 0 : backoffMs(limits, count, client.random()))
    const wait = Math.max(asked, rateDelay())
    if (client.now() + wait >= deadline) return E.left(afterMs === wait ? withWait(error, wait) : error)
    report(client, { attempt: count + 1, of: count + left, waitMs: wait, reason: error })
    await sleepUnlessAborted(client.sleep, wait, signal)
    if (signal?.aborted) return aborted
    if (client.now() >= deadline) return E.left(error)
  }
}
