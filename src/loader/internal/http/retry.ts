import type { Limits } from '../../Client.ts'
import type { LoadError } from '../../LoadError.ts'

/** Why an attempt failed, and whether to try again. */
export interface Failure {
  readonly error: LoadError
  /** The maximum number of retries; 0 for a final error. */
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
export const sendFailure = (error: LoadError): Failure =>
  error._tag === 'TimedOut' || (error._tag === 'NetworkFailed' && !isPermanent(error.detail))
    ? transient(error)
    : final(error)
