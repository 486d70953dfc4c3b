import type { RunLight } from '../../src/types/index.ts'
import { columnName, type RunColumn } from '../columns/RunColumn.ts'
import type { Row } from './Row.ts'

const dictOf = (run: object, name: string): unknown => (run as Readonly<Record<string, unknown>>)[name]

const cellsOf = (run: RunLight, column: RunColumn): Row => {
  switch (column._tag) {
    case 'At':
    case 'Field':
      return [[column.name, column.read(run)]]
    case 'All':
      return Object.entries(dictOf(run, column.dict) ?? {}).map(([key, value]) => [columnName(column.dict, key), value])
  }
}

/** Returns the row of a run for the given columns. */
export const runRow =
  (columns: ReadonlyArray<RunColumn>) =>
  (run: RunLight): Row =>
    columns.flatMap((column) => cellsOf(run, column))
