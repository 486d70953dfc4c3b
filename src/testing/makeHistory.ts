import { historyFromRows } from '../history/historyFromRows.ts'
import type { History } from '../types/run/History.ts'
import { isObject, setOwn } from '../types/wire/own.ts'

type Row = Readonly<Record<string, unknown>>

/** Rows from columns; without a column of steps, steps count from 0. */
const rowsOf = (columns: Readonly<Record<string, ReadonlyArray<unknown>>>): ReadonlyArray<Row> => {
  const names = Object.keys(columns)
  const lists = names.map((name) => {
    const values = columns[name]
    if (!Array.isArray(values)) throw new TypeError(`The column ${name} of makeHistory must be a list of values.`)
    return values as ReadonlyArray<unknown>
  })
  const length = Math.max(0, ...lists.map((values) => values.length))
  return Array.from({ length }, (_, step) => {
    const row: Record<string, unknown> = { _step: step }
    for (const [index, name] of names.entries()) setOwn(row, name, lists[index]?.[step])
    return row
  })
}

/**
 * Makes a history for tests, from columns or from rows.
 *
 * Columns are lists of values, one per step; `undefined` and `null` are steps without a value. Without a column `_step`,
 * steps count from 0. Rows are objects as `historyFromRows` reads them; one without a `_step` has its position as its step.
 *
 * @param source - Values by metric, or one object per row. Anything else throws a `TypeError`.
 * @example
 * ```ts
 * import { historyMin } from 'wandb-run-ops/ops'
 * import { makeHistory } from 'wandb-run-ops/testing'
 *
 * historyMin(makeHistory({ loss: [0.9, 0.4, 0.5] }), 'loss') // => 0.4
 * historyMin(makeHistory([{ _step: 10, loss: 0.9 }, { _step: 20, loss: 0.3 }]), 'loss') // => 0.3
 * ```
 * @category Testing
 * @since 0.2.0
 */
export const makeHistory = (
  source: Readonly<Record<string, ReadonlyArray<unknown>>> | ReadonlyArray<Row> = [],
): History => {
  if (!isObject(source) && !Array.isArray(source))
    throw new TypeError('makeHistory takes columns, such as { loss: [0.9, 0.4] }, or a list of rows.')
  const rows = Array.isArray(source)
    ? (source as ReadonlyArray<Row>).map((row, step) => ({ _step: step, ...row }))
    : rowsOf(source as Readonly<Record<string, ReadonlyArray<unknown>>>)
  const history = historyFromRows(rows)
  const [failure] = history.failures
  if (failure !== undefined)
    throw new TypeError(`Row ${failure.index} of makeHistory must be an object with a numeric _step.`)
  return history
}
