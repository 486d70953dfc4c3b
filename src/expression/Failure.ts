import type { Span } from './Expression.ts'

/**
 * Why an expression has no type, and where.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface TypeFailure extends Span {
  /** Tells it from other failures. */
  readonly _tag: 'TypeError'
  /** What is wrong there. */
  readonly message: string
  /** What to write instead; `undefined` where nothing can be proposed. */
  readonly hint: string | undefined
}

/**
 * Why an expression has no value, and where.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface EvaluationFailure extends Span {
  /** Tells it from other failures. */
  readonly _tag: 'EvaluationError'
  /** What is wrong there. */
  readonly message: string
  /** What to write instead; `undefined` where nothing can be proposed. */
  readonly hint: string | undefined
}
