import type { DecodeFailure } from '../types/DecodeFailure.ts'
import type { Plan } from './Plan.ts'
import type { Type } from './Type.ts'

/**
 * The value of an expression over what was loaded for it.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface ExpressionResult {
  /** The value; what is missing is `null`. */
  readonly value: unknown
  /** Its type. */
  readonly type: Type
  /** What was asked of the server. */
  readonly plan: Plan
  /** How many HTTP requests were made. */
  readonly requests: number
  /** How many runs were read. */
  readonly runs: number
  /** Runs that could not be read. */
  readonly failures: ReadonlyArray<DecodeFailure>
  /** Whether every run that the plan asks for was read. */
  readonly complete: boolean
}
