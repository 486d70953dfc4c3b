import type { Column } from '../../types/query/Column.ts'

/**
 * What a run must have for a column to be read, or for all of several.
 *
 * @typeParam C - The column's type, or a union of several.
 * @category Query
 * @since 0.1.0
 */
export type ColumnRun<C extends Column> = NonNullable<C['_reads']> extends (run: infer R) => unknown ? R : never

/**
 * The type of the values of a column.
 *
 * @typeParam C - The column's type.
 * @category Query
 * @since 0.1.0
 */
export type ColumnType<C extends Column> = NonNullable<C['_reads']> extends (run: never) => infer A ? A : never
