import type { Column } from '../../types/query/Column.ts'

/**
 * The fields that a run needs for a column, or for all columns of a union, to be read.
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
