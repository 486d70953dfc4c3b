import { setOwn } from '../../../types/codec/setOwn.ts'
import type { History } from '../../../types/History.ts'
import { columnOf, valueIn } from './columnOf.ts'

/** Returns a row as an object of the metrics that it has. */
export const rowAt = (
  history: Pick<History, 'columns' | 'keys' | 'steps'>,
  row: number,
): Readonly<Record<string, unknown>> => {
  const fields: Record<string, unknown> = { _step: history.steps[row] }
  for (const key of history.keys) {
    const column = columnOf(history, key)
    const value = column === undefined ? undefined : valueIn(column, row)
    if (value !== undefined) setOwn(fields, key, value)
  }
  return Object.freeze(fields)
}
