import type { Column } from '../../query/Column.ts'

/**
 * The columns of a table to load: by name, or as a list of texts that are their names, too. A column is one of `column`, or
 * a text such as `'config.lr'`.
 *
 * @category Tables
 * @since 0.2.0
 */
export type TableColumns = ReadonlyArray<string> | Readonly<Record<string, Column | string>>

/**
 * The names of the columns of a table to load.
 *
 * @typeParam T - The columns.
 * @category Tables
 * @since 0.2.0
 */
export type TableColumnNames<T extends TableColumns> =
  T extends ReadonlyArray<infer N extends string> ? N : keyof T & string

/** A column to load. */
export interface AskedColumn {
  readonly name: string
  /** What it reads; of several, the first in which a run has a value: `config.a.b` may be a key with a dot. */
  readonly readings: ReadonlyArray<Column>
}
