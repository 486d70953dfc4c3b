import type { Span } from './Expression.ts'

/**
 * Why a text is not an expression, and where.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface SyntaxFailure extends Span {
  /** The kind of failure. */
  readonly _tag: 'SyntaxError'
  /** What is wrong. */
  readonly message: string
  /** What to write instead; `undefined` if there is no suggestion. */
  readonly hint: string | undefined
}

/**
 * Why an expression has no type, and where.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface TypeFailure extends Span {
  /** The kind of failure. */
  readonly _tag: 'TypeError'
  /** What is wrong. */
  readonly message: string
  /** What to write instead; `undefined` if there is no suggestion. */
  readonly hint: string | undefined
}

/**
 * Why an expression has no value, and where.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface EvaluationFailure extends Span {
  /** The kind of failure. */
  readonly _tag: 'EvaluationError'
  /** What is wrong. */
  readonly message: string
  /** What to write instead; `undefined` if there is no suggestion. */
  readonly hint: string | undefined
}
