import type { History } from '../../../types/History.ts'
import { columnOf, valueIn } from './columnOf.ts'

/**
 * Returns the first row with the smallest number of a metric, or the largest for sign -1. NaN and non-numbers are
 * ignored.
 */
export const extremeRow = (
  history: Pick<History, 'columns'>,
  key: string,
  sign: 1 | -1,
): { readonly row: number; readonly value: number } | undefined => {
  const column = columnOf(history, key)
  if (column === undefined) return undefined
  let row = -1
  let best = Number.NaN
  for (let at = 0; at < column.values.length; at += 1) {
    const value = valueIn(column, at)
    if (typeof value !== 'number' || Number.isNaN(value) || (row >= 0 && sign * value >= sign * best)) continue
    row = at
    best = value
  }
  return row < 0 ? undefined : { row, value: best }
}
