/**
 * What a filter compares a column with, as plain JSON. A moment is text as in `2026-11-21T10:00:00.000Z`.
 *
 * @category Query
 * @since 0.1.0
 */
export type Operand = boolean | null | number | string | ReadonlyArray<Operand> | { readonly [key: string]: Operand }
