import type { History } from '../../src/types/index.ts'
import type { Row } from './Row.ts'

/** Returns a row of a history, with the keys that have a value there. */
export const historyRow = (history: History, row: number): Row => [
  ['_step', history.steps[row]],
  ...history.keys.flatMap((key): Row => {
    const column = history.columns[key]
    if (column === undefined) return []
    const value = column.type === 'number' && column.present[row] !== 1 ? undefined : column.values[row]
    return value === undefined ? [] : [[key, value]]
  }),
]
