/**
 * Why a filter or an order is invalid, or cannot be translated to another language.
 *
 * @category Query
 * @since 0.1.0
 */
export interface InvalidQuery {
  /** Discriminant. */
  readonly _tag: 'InvalidQuery'
  /** The path of the invalid part, such as `filters.$and.0.config.lr`; at most 200 characters. */
  readonly field: string
  /** What is wrong with it and what to do, as the rest of a sentence that starts with the path. */
  readonly reason: string
}

/** @internal */
export const invalidQuery = (path: ReadonlyArray<string | number>, reason: string): InvalidQuery => ({
  _tag: 'InvalidQuery',
  field: path.join('.').slice(0, 200),
  reason,
})
