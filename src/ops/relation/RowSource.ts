import type { Column } from '../../query/Column.ts'
import type { Filter } from '../../query/Filter.ts'
import type { CellColumn, SelectRows } from './CellColumn.ts'

/** How many rows are worked on together: few enough that what was read of them is still in the processor's cache. */
export const BLOCK = 1024

/** Runs as columns of cells: records, or a table. */
export interface RowSource {
  readonly length: number
  /** Returns a column; the same for the same column. */
  readonly columnOf: (column: Column) => CellColumn
  /** Compiles a filter for all rows of a block at once; `undefined` if rows have to be tested one by one. */
  readonly fastFilter?: (filter: Filter) => SelectRows | undefined
}

/** A text that two columns share when they read the same. */
export const columnKey = (column: Column): string => {
  switch (column._tag) {
    case 'Field':
      return `Field ${column.name}`
    case 'History':
      return JSON.stringify(['History', column.key, column.aggregate])
    case 'StartOf':
      return JSON.stringify(['StartOf', column.of.name, column.unit, column.zone])
    default: {
      const { _tag, path } = column
      // Most paths have one key, and JSON takes a while.
      return path.length === 1 ? `${_tag} ${path[0]}` : JSON.stringify([_tag, ...path])
    }
  }
}

/** Makes a source of which each column is made once. */
export const rowSource = (length: number, makeColumn: (column: Column) => CellColumn): RowSource => {
  const made = new Map<string, CellColumn>()
  return {
    length,
    columnOf: (column) => {
      const key = columnKey(column)
      const found = made.get(key) ?? makeColumn(column)
      made.set(key, found)
      return found
    },
  }
}
