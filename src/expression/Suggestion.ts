import type { Span } from './Expression.ts'

/**
 * Something that an editor can offer at a place of an expression.
 *
 * @category Expression
 * @since 0.1.0
 */
export interface Suggestion extends Span {
  /** What the list shows: `loggedArtifactVersion`. */
  readonly label: string
  /** What replaces the text from `start` to `end`. */
  readonly insert: string
  /** What it is: an operation, a key of a dict, a name of the scope, an operator. */
  readonly kind: 'key' | 'name' | 'operation' | 'operator'
  /** The type of the result, as text. */
  readonly type: string
  /** What it gives, as Markdown; empty where nothing is known. */
  readonly description: string
}
