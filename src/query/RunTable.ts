import type { TableColumn } from '../types/table/TableColumn.ts'
import { setOwn } from '../types/wire/own.ts'
import type { Column } from './Column.ts'

/**
 * Runs, or groups of runs, as columns: row `i` of every column belongs to run `i`. It is immutable: arrays are shared,
 * not copied, so never write to them.
 *
 * @typeParam K - The column names.
 * @category Tables
 * @since 0.1.0
 */
export interface RunTable<K extends string = string> {
  /** The number of rows. */
  readonly length: number
  /** The column names, in order. */
  readonly names: ReadonlyArray<K>
  /** The columns by name. */
  readonly columns: Readonly<Record<K, TableColumn>>
  /** What a column reads of each run, by name; a column that was computed, such as an aggregate, has none. */
  readonly sources: Readonly<Partial<Record<K, Column>>>
}

/** A column of a table with its name and what it reads. */
export interface NamedColumn {
  readonly name: string
  readonly column: TableColumn
  readonly source?: Column | undefined
}

/** Makes a table of columns that each have `length` rows. */
export const makeRunTable = <K extends string>(length: number, all: ReadonlyArray<NamedColumn>): RunTable<K> => {
  const columns: Record<string, TableColumn> = {}
  const sources: Record<string, Column> = {}
  for (const { name, column, source } of all) {
    setOwn(columns, name, column)
    if (source !== undefined) setOwn(sources, name, source)
  }
  return Object.freeze({
    length,
    names: Object.freeze(all.map(({ name }) => name)),
    columns: Object.freeze(columns),
    sources: Object.freeze(sources),
  }) as unknown as RunTable<K>
}
