import type { DecodeFailure } from '../types/DecodeFailure.ts'
import type { Plan } from './Plan.ts'
import type { Type } from './Type.ts'

/**
 * The value of an expression, and what was loaded for it.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface ExpressionResult {
  /** The value; missing values are `null`. */
  readonly value: unknown
  /** Its type. */
  readonly type: Type
  /** What was requested from the server. */
  readonly plan: Plan
  /** The number of HTTP requests, retries included. */
  readonly requests: number
  /** The number of runs that were read. */
  readonly runs: number
  /** Runs that could not be read. */
  readonly failures: ReadonlyArray<DecodeFailure>
  /** Whether every run of the plan was read. */
  readonly complete: boolean
}
