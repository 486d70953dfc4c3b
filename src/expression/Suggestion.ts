import type { Span } from './Expression.ts'

/**
 * A completion that an editor can offer at a position in an expression.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface Suggestion extends Span {
  /** The text shown in the list: `loggedArtifactVersion`. */
  readonly label: string
  /** The replacement for the text from `start` to `end`. */
  readonly insert: string
  /** Whether it is an operation, a key of a dict, a name from the scope, or an operator. */
  readonly kind: 'key' | 'name' | 'operation' | 'operator'
  /** The type of the result, as text. */
  readonly type: string
  /** The description of the result, as Markdown; empty if there is none. */
  readonly description: string
}
