import type { History } from '../../types/History.ts'
import { dual } from '../internal/dual.ts'
import { extremeRow } from './internal/extreme.ts'

/**
 * Returns the step at which a metric is smallest; the first such step when there are several.
 *
 * `NaN` and values that are not numbers are ignored. Infinities count.
 *
 * @param history - A history.
 * @param key - The name of a metric.
 * @returns The step; `undefined` when there is no number.
 * @example
 * ```ts
 * import { historyArgmin } from 'wandb-run-ops/ops'
 * import { historyFromRows } from 'wandb-run-ops/types'
 *
 * historyArgmin(historyFromRows([{ _step: 10, loss: 0.5 }, { _step: 20, loss: 0.9 }, { _step: 30, loss: 0.5 }]), 'loss') // => 10
 * ```
 * @category History operations
 * @since 0.1.0
 */
export const historyArgmin: {
  (history: Pick<History, 'columns' | 'steps'>, key: string): number | undefined
  (key: string): (history: Pick<History, 'columns' | 'steps'>) => number | undefined
} = /* @__PURE__ */ dual((history: Pick<History, 'columns' | 'steps'>, key: string): number | undefined => {
  const { steps } = history
  const found = extremeRow(history, key, 1)
  return found === undefined ? undefined : steps[found.row]
})

/**
 * Returns the step at which a metric is largest; the first such step when there are several.
 *
 * `NaN` and values that are not numbers are ignored. Infinities count.
 *
 * @param history - A history.
 * @param key - The name of a metric.
 * @returns The step; `undefined` when there is no number.
 * @example
 * ```ts
 * import { historyArgmax } from 'wandb-run-ops/ops'
 * import { historyFromRows } from 'wandb-run-ops/types'
 *
 * historyArgmax(historyFromRows([{ _step: 10, loss: 0.5 }, { _step: 20, loss: 0.9 }, { _step: 30, loss: 0.5 }]), 'loss') // => 20
 * ```
 * @category History operations
 * @since 0.1.0
 */
export const historyArgmax: {
  (history: Pick<History, 'columns' | 'steps'>, key: string): number | undefined
  (key: string): (history: Pick<History, 'columns' | 'steps'>) => number | undefined
} = /* @__PURE__ */ dual((history: Pick<History, 'columns' | 'steps'>, key: string): number | undefined => {
  const { steps } = history
  const found = extremeRow(history, key, -1)
  return found === undefined ? undefined : steps[found.row]
})
