import type { Limits } from '../../Client.ts'
import type { LoadError } from '../../LoadError.ts'

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

/** How far the spread reaches beyond the delay. */
const SPREAD = 0.25

/**
 * Doubles with each attempt; spread by a quarter up and down, so that clients fall out of step. It is never longer than
 * the longest delay.
 */
export const backoffMs = (limits: Limits, attempt: number, random: number): number =>
  Math.min(limits.maxDelayMs / (1 + SPREAD), limits.firstDelayMs * 2 ** Math.min(attempt, 50)) *
  (1 - SPREAD + 2 * SPREAD * random)

/** What the next attempt would find as this one did: a certificate that is not trusted, or no TLS at all. */
const isLasting = (detail: string): boolean =>
  /^(CERT_|ERR_TLS_CERT_|ERR_SSL_WRONG_VERSION|SELF_SIGNED_|DEPTH_ZERO_|UNABLE_TO_(GET_ISSUER|VERIFY))/.test(detail)

/** Failures of the exchange itself: the connection or the time ran out, which the next attempt may not. */
export const sendFailure = (error: LoadError): Failure =>
  error._tag === 'TimedOut' || (error._tag === 'NetworkFailed' && !isLasting(error.detail))
    ? transient(error)
    : final(error)
