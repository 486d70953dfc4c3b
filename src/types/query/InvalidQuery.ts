/**
 * Why a filter or an order cannot be read, or cannot be said in another language.
 *
 * @category Query
 * @since 0.1.0
 */
export interface InvalidQuery {
  /** Tells it from other reasons. */
  readonly _tag: 'InvalidQuery'
  /** The place, such as `filters.$and.0.config.lr`; at most 200 characters. */
  readonly field: string
  /** What is wrong with it, and what to do, as the rest of a sentence that begins with the place. */
  readonly reason: string
}

/** @internal */
export const invalidQuery = (path: ReadonlyArray<string | number>, reason: string): InvalidQuery => ({
  _tag: 'InvalidQuery',
  field: path.join('.').slice(0, 200),
  reason,
})
