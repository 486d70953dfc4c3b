import type { History, HistoryColumn } from '../../../types/History.ts'

/** The history's own column of that name, never something inherited. */
export const columnOf = ({ columns }: Pick<History, 'columns'>, key: string): HistoryColumn | undefined =>
  Object.hasOwn(columns, key) ? columns[key] : undefined

/** The value in a row; `undefined` where the row has none. */
export const valueIn = (column: HistoryColumn, row: number): unknown =>
  column.type === 'number' && column.present[row] !== 1 ? undefined : column.values[row]
