import type { History, HistoryColumn } from '../types/run/History.ts'
import { getOwn, setOwn } from '../types/wire/own.ts'

const hasAt = (column: HistoryColumn, row: number): boolean =>
  column.type === 'number' ? column.present[row] === 1 : column.values[row] !== undefined

/** Some rows of a column, in the given order. */
export const pickRows = (column: HistoryColumn, rows: Uint32Array): HistoryColumn => {
  if (column.type === 'value')
    return Object.freeze({ type: 'value', values: Object.freeze(Array.from(rows, (row) => column.values[row])) })
  const values = new Float64Array(rows.length)
  const present = new Uint8Array(rows.length)
  rows.forEach((row, index) => {
    values[index] = column.values[row] as number
    present[index] = column.present[row] as number
  })
  return Object.freeze({ type: 'number', values, present })
}

/** The number of wanted metrics that each row has. */
const countMetrics = (history: History, keys: ReadonlyArray<string>): Uint32Array => {
  const counts = new Uint32Array(history.length)
  for (const key of keys) {
    const column = getOwn(history.columns, key) as HistoryColumn | undefined
    if (column === undefined) continue
    for (let row = 0; row < counts.length; row += 1) if (hasAt(column, row)) counts[row] = (counts[row] as number) + 1
  }
  return counts
}

/**
 * Keeps the rows that have any, or all, of the metrics. Every row has `_step`.
 *
 * @internal
 */
export const filterRows = (history: History, keys: ReadonlyArray<string>, needs: 'any' | 'all'): History => {
  const wanted = [...new Set(keys)].filter((key) => key !== '_step')
  const needed = needs === 'all' ? wanted.length : Math.min(1, wanted.length)
  const counts = countMetrics(history, wanted)
  if (counts.every((count) => count >= needed)) return history
  const rows = Uint32Array.from(counts.keys()).filter((row) => (counts[row] as number) >= needed)
  const filtered = history.keys.map((key) => [key, pickRows(history.columns[key] as HistoryColumn, rows)] as const)
  const columns: Record<string, HistoryColumn> = {}
  for (const [key, column] of filtered) setOwn(columns, key, column)
  return Object.freeze({
    ...history,
    keys: rows.length === 0 ? Object.freeze([]) : history.keys,
    length: rows.length,
    steps: Float64Array.from(rows, (row) => history.steps[row] as number),
    columns: Object.freeze(rows.length === 0 ? {} : columns),
  })
}
