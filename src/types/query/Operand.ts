/**
 * A value that a filter compares a column with, as plain JSON. A time is a string such as `2026-11-21T10:00:00.000Z`.
 *
 * @category Query
 * @since 0.1.0
 */
export type Operand = boolean | null | number | string | ReadonlyArray<Operand> | { readonly [key: string]: Operand }
