import type { History } from '../../types/run/History.ts'
import { isObject } from '../../types/wire/own.ts'
import { dual } from '../dual.ts'
import { ownColumn, valueInRow } from './column.ts'

/**
 * The numbers of one metric with their steps.
 *
 * @category Model
 * @since 0.1.0
 */
export interface HistorySeries {
  /** The steps, ascending. */
  readonly steps: Float64Array
  /** The number at each step. */
  readonly values: Float64Array
}

/**
 * Returns the numbers of a metric with their steps, such as for a line chart; rows without a number are left out.
 *
 * `NaN` and infinities are included. Values that are not numbers are left out; `historyColumn` has them.
 *
 * @param history - A history.
 * @param key - The name of a metric.
 * @returns Steps and numbers, of equal length; empty for a metric that the history does not have.
 * @example
 * ```ts
 * import { historySeries } from 'wandb-run-ops/ops'
 * import { historyFromRows } from 'wandb-run-ops/ops'
 *
 * const { steps, values } = historySeries(historyFromRows([{ _step: 0 }, { _step: 5, loss: NaN }]), 'loss')
 *
 * Array.from(steps) // => [5]
 * Array.from(values) // => [NaN]
 * ```
 * @category History operations
 * @since 0.1.0
 */
export const historySeries: {
  (history: Pick<History, 'columns' | 'steps'>, key: string): HistorySeries
  (key: string): (history: Pick<History, 'columns' | 'steps'>) => HistorySeries
} = /* @__PURE__ */ dual((history: Pick<History, 'columns' | 'steps'>, key: string): HistorySeries => {
  const { columns, steps } = history
  if (!isObject(columns) || !ArrayBuffer.isView(steps)) return undefined as never
  const column = ownColumn(history, key)
  if (column?.type === 'number' && !column.present.includes(0)) return Object.freeze({ steps, values: column.values })
  const rows = Uint32Array.from(steps.keys()).filter(
    (row) => column !== undefined && typeof valueInRow(column, row) === 'number',
  )
  return Object.freeze({
    steps: Float64Array.from(rows, (row) => steps[row] as number),
    values: Float64Array.from(rows, (row) => column?.values[row] as number),
  })
})

/** Freezes a series. */
export const freezeSeries = (steps: Float64Array, values: Float64Array): HistorySeries =>
  Object.freeze({ steps, values })
