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
