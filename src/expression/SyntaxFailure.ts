import type { Span } from './Expression.ts'

/**
 * Why a text is no expression, and where.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface SyntaxFailure extends Span {
  /** Tells it from other failures. */
  readonly _tag: 'SyntaxError'
  /** What is wrong there. */
  readonly message: string
  /** What to write instead; `undefined` where nothing can be proposed. */
  readonly hint: string | undefined
}
