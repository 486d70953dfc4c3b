import type { History } from '../../types/History.ts'
import { dual } from '../internal/dual.ts'
import { extremeRow } from './internal/extreme.ts'

/**
 * Gives the step at which a metric is least; the first such step where there are several.
 *
 * `NaN` is passed over, and so is what is no number. Infinities count.
 *
 * @param history - A history.
 * @param key - The name of a metric.
 * @returns The step; `undefined` where there is no number.
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
 * Gives the step at which a metric is greatest; the first such step where there are several.
 *
 * `NaN` is passed over, and so is what is no number. Infinities count.
 *
 * @param history - A history.
 * @param key - The name of a metric.
 * @returns The step; `undefined` where there is no number.
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
