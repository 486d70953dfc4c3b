import type { History } from '../../types/History.ts'
import { dual } from '../internal/dual.ts'
import { extremeRow } from './internal/extreme.ts'

/**
 * Returns the smallest number of a metric.
 *
 * `NaN` and values that are not numbers are ignored. Infinities count.
 *
 * @param history - A history.
 * @param key - The name of a metric.
 * @returns The number; `undefined` when there is none.
 * @example
 * ```ts
 * import { historyMin } from 'wandb-run-ops/ops'
 * import { historyFromRows } from 'wandb-run-ops/types'
 *
 * historyMin(historyFromRows([{ _step: 0, loss: NaN }, { _step: 1, loss: 0.9 }, { _step: 2, loss: 0.5 }]), 'loss') // => 0.5
 * ```
 * @category History operations
 * @since 0.1.0
 */
export const historyMin: {
  (history: Pick<History, 'columns'>, key: string): number | undefined
  (key: string): (history: Pick<History, 'columns'>) => number | undefined
} = /* @__PURE__ */ dual(
  (history: Pick<History, 'columns'>, key: string): number | undefined => extremeRow(history, key, 1)?.value,
)

/**
 * Returns the largest number of a metric.
 *
 * `NaN` and values that are not numbers are ignored. Infinities count.
 *
 * @param history - A history.
 * @param key - The name of a metric.
 * @returns The number; `undefined` when there is none.
 * @example
 * ```ts
 * import { historyMax } from 'wandb-run-ops/ops'
 * import { historyFromRows } from 'wandb-run-ops/types'
 *
 * historyMax(historyFromRows([{ _step: 0, loss: NaN }, { _step: 1, loss: 0.9 }, { _step: 2, loss: 0.5 }]), 'loss') // => 0.9
 * ```
 * @category History operations
 * @since 0.1.0
 */
export const historyMax: {
  (history: Pick<History, 'columns'>, key: string): number | undefined
  (key: string): (history: Pick<History, 'columns'>) => number | undefined
} = /* @__PURE__ */ dual(
  (history: Pick<History, 'columns'>, key: string): number | undefined => extremeRow(history, key, -1)?.value,
)
