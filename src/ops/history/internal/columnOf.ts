import type { History, HistoryColumn } from '../../../types/History.ts'

/** Returns the history's own column of that name, never an inherited property. */
export const columnOf = ({ columns }: Pick<History, 'columns'>, key: string): HistoryColumn | undefined =>
  Object.hasOwn(columns, key) ? columns[key] : undefined

/** Returns the value in a row; `undefined` when the row has none. */
export const valueIn = (column: HistoryColumn, row: number): unknown =>
  column.type === 'number' && column.present[row] !== 1 ? undefined : column.values[row]
