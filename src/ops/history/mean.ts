import type { History } from '../../types/History.ts'
import { dual } from '../internal/dual.ts'
import { columnOf, valueIn } from './internal/columnOf.ts'

/**
 * Returns the mean of the numbers of a metric, each row counting once, however far apart the steps are.
 *
 * `NaN` and values that are not numbers are ignored. An infinity makes the mean infinite, and two of opposite signs
 * make it `NaN`.
 *
 * @param history - A history.
 * @param key - The name of a metric.
 * @returns The mean; `undefined` when there is no number.
 * @example
 * ```ts
 * import { historyMean } from 'wandb-run-ops/ops'
 * import { historyFromRows } from 'wandb-run-ops/types'
 *
 * historyMean(historyFromRows([{ _step: 0, loss: NaN }, { _step: 1, loss: 1 }, { _step: 2, loss: 0.5 }]), 'loss') // => 0.75
 * ```
 * @category History operations
 * @since 0.1.0
 */
export const historyMean: {
  (history: Pick<History, 'columns'>, key: string): number | undefined
  (key: string): (history: Pick<History, 'columns'>) => number | undefined
} = /* @__PURE__ */ dual((history: Pick<History, 'columns'>, key: string): number | undefined => {
  const column = columnOf(history, key)
  if (column === undefined) return undefined
  const sumOf = (part: (value: number) => number): number => {
    let sum = 0
    for (let row = 0; row < column.values.length; row += 1) {
      const value = valueIn(column, row)
      if (typeof value === 'number' && !Number.isNaN(value)) sum += part(value)
    }
    return sum
  }
  const count = sumOf(() => 1)
  if (count === 0) return undefined
  const sum = sumOf((value) => value)
  // The sum may overflow where the mean does not; summing halved shares never does.
  return Number.isFinite(sum) ? sum / count : sumOf((value) => value / count / 2) * 2
})
