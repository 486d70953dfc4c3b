import type { Limits } from '../Client.ts'
import type { LoadError } from '../LoadError.ts'

/** Why an attempt gave nothing, and whether another could. */
export interface Failure {
  readonly error: LoadError
  /** How many more attempts make sense; none for an answer that is final. */
  readonly retries: number
  /** How long the server asks to wait. */
  readonly afterMs?: number | undefined
}

export const final = (error: LoadError): Failure => ({ error, retries: 0 })

export const transient = (error: LoadError, afterMs?: number): Failure => ({
  error,
  retries: Number.POSITIVE_INFINITY,
  afterMs,
})

/** Doubles with each attempt up to the longest delay; spread by a quarter up and down, so that clients fall out of step. */
export const backoffMs = (limits: Limits, attempt: number, random: number): number =>
  Math.min(limits.maxDelayMs, limits.firstDelayMs * 2 ** attempt) * (0.75 + random / 2)

/** Failures of the exchange itself: the connection or the time ran out, which the next attempt may not. */
export const sendFailure = (error: LoadError): Failure =>
  error._tag === 'NetworkFailed' || error._tag === 'TimedOut' ? transient(error) : final(error)
