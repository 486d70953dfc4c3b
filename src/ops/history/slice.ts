import { setOwn } from '../../types/codec/setOwn.ts'
import type { History, HistoryColumn } from '../../types/History.ts'
import { dual } from '../internal/dual.ts'
import { columnOf, valueIn } from './internal/columnOf.ts'
import { rowsIn } from './internal/rowsIn.ts'
import type { StepRange } from './StepRange.ts'

const sliceColumn = (column: HistoryColumn, start: number, end: number): HistoryColumn =>
  column.type === 'number'
    ? Object.freeze({
        type: 'number',
        values: column.values.subarray(start, end),
        present: column.present.subarray(start, end),
      })
    : Object.freeze({ type: 'value', values: Object.freeze(column.values.slice(start, end)) })

const hasValue = (column: HistoryColumn): boolean =>
  column.type === 'number'
    ? column.present.includes(1)
    : column.values.some((_, row) => valueIn(column, row) !== undefined)

/**
 * Returns the rows in a range of steps as a history: from `minStep`, and before `maxStep`.
 *
 * Numbers are not copied: both histories share them. Metrics without a value in the range are left out.
 *
 * @param history - A history.
 * @param range - The range; a bound that is not given or `NaN` does not limit it.
 * @returns The part of the history; without rows when the range has none.
 * @example
 * ```ts
 * import { historyRows, historySlice } from 'wandb-run-ops/ops'
 * import { historyFromRows } from 'wandb-run-ops/types'
 *
 * const history = historyFromRows([{ _step: 0, loss: 0.9 }, { _step: 5, loss: 0.5 }, { _step: 9, loss: 0.4 }])
 *
 * historyRows(historySlice(history, { minStep: 1, maxStep: 9 })) // => [{ _step: 5, loss: 0.5 }]
 * ```
 * @category History operations
 * @since 0.1.0
 */
export const historySlice: {
  (history: Pick<History, 'columns' | 'failures' | 'keys' | 'sampled' | 'source' | 'steps'>, range: StepRange): History
  (
    range: StepRange,
  ): (history: Pick<History, 'columns' | 'failures' | 'keys' | 'sampled' | 'source' | 'steps'>) => History
} = /* @__PURE__ */ dual((history: Omit<History, 'length'>, range: StepRange): History => {
  const { steps } = history
  const { start, end } = rowsIn(steps, range)
  const keys: Array<string> = []
  const columns: Record<string, HistoryColumn> = {}
  for (const key of history.keys) {
    const column = columnOf(history, key)
    const sliced = column === undefined ? undefined : sliceColumn(column, start, end)
    if (sliced === undefined || !hasValue(sliced)) continue
    keys.push(key)
    setOwn(columns, key, sliced)
  }
  return Object.freeze({
    keys: Object.freeze(keys),
    length: end - start,
    steps: steps.subarray(start, end),
    columns: Object.freeze(columns),
    source: history.source,
    sampled: history.sampled,
    failures: history.failures,
  })
})
