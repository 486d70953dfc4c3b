import type { History, HistoryColumn } from '../../../types/index.ts'
import type { Cells } from './appendRows.ts'
import { jsonText } from './jsonText.ts'

/** The types of metric columns. */
export type MetricType = 'BOOLEAN' | 'DOUBLE' | 'JSON' | 'VARCHAR'

/** The column type for the values of a metric. */
export const metricType = (column: HistoryColumn): MetricType => {
  if (column.type === 'number') return 'DOUBLE'
  const types = new Set(column.values.flatMap((value) => (value === undefined ? [] : [typeof value])))
  if (types.size !== 1) return 'JSON'
  return types.has('string') ? 'VARCHAR' : types.has('boolean') ? 'BOOLEAN' : 'JSON'
}

/** The values of a metric in a range of rows, for a column type. */
const metricCells = (column: HistoryColumn, type: MetricType, from: number, to: number): Cells =>
  Array.from({ length: to - from }, (_, index) => {
    const row = from + index
    const value = column.type === 'number' && column.present[row] !== 1 ? undefined : column.values[row]
    return (type === 'JSON' && value !== undefined ? jsonText(value) : value) ?? null
  })

/** Returns a range of rows of a history, column by column; values that it does not have are `NULL`. */
export const historyCells =
  (
    runId: string,
    history: History,
    columns: ReadonlyArray<{ readonly key: string | undefined; readonly type: MetricType }>,
  ) =>
  (from: number, to: number): ReadonlyArray<Cells> => {
    const length = to - from
    const metrics = columns.map(({ key, type }) => {
      const column = key !== undefined && Object.hasOwn(history.columns, key) ? history.columns[key] : undefined
      return column === undefined ? new Array<null>(length).fill(null) : metricCells(column, type, from, to)
    })
    return [new Array<string>(length).fill(runId), Array.from(history.steps.subarray(from, to)), ...metrics]
  }
