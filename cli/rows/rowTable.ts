import { type TableColumnBuilder, tableColumnBuilder } from '../../src/history/table/tableColumnBuilder.ts'
import { makeRunTable, type RunTable } from '../../src/query/RunTable.ts'
import type { TableColumn } from '../../src/types/table/TableColumn.ts'
import type { Row } from './Row.ts'

/** The types of columns whose type does not depend on their values, by name: they hold if there are no values. */
export type ColumnTypes = ReadonlyMap<string, TableColumn['type']>

/** A table under construction. */
export interface RowTable {
  readonly length: () => number
  /** The names of the columns so far, in order of first appearance. */
  readonly names: () => ReadonlyArray<string>
  readonly add: (row: Row) => void
  /** The table, with a column of missing values for a name that no row has. */
  readonly build: (names: ReadonlyArray<string>) => RunTable
}

/** Builds a table from rows. */
export const rowTable = (types: ColumnTypes = new Map()): RowTable => {
  const columns = new Map<string, TableColumnBuilder>()
  let length = 0
  const columnOf = (name: string): TableColumnBuilder => {
    const known = columns.get(name)
    if (known !== undefined) return known
    const column = tableColumnBuilder({ emptyType: types.get(name) })
    columns.set(name, column)
    return column
  }
  const fill = (column: TableColumnBuilder): TableColumnBuilder => {
    if (column.length < length) column.pushMissing(length - column.length)
    return column
  }
  return {
    length: () => length,
    names: () => [...columns.keys()],
    add: (row) => {
      for (const [name, value] of row) {
        const column = fill(columnOf(name))
        // `config.lr,config.*` has a column twice.
        if (column.length === length) column.push(value)
      }
      length += 1
    },
    build: (names) =>
      makeRunTable(
        length,
        names.map((name) => ({ name, column: fill(columnOf(name)).build() })),
      ),
  }
}
