import type { History } from '../../types/History.ts'
import { dual } from '../internal/dual.ts'
import { columnOf, valueIn } from './internal/columnOf.ts'

/**
 * Returns the names of the metrics that have a value, in order of first appearance.
 *
 * `_step` is not included, since every row has one.
 *
 * @param history - A history.
 * @returns The names; empty for a history without rows.
 * @example
 * ```ts
 * import { historyKeys } from 'wandb-run-ops/ops'
 * import { historyFromRows } from 'wandb-run-ops/types'
 *
 * historyKeys(historyFromRows([{ _step: 0, loss: 0.9 }])) // => ['loss']
 * ```
 * @category History operations
 * @since 0.1.0
 */
export const historyKeys = (history: Pick<History, 'keys'>): ReadonlyArray<string> => history.keys

/**
 * Returns the number of rows.
 *
 * @param history - A history.
 * @returns The number of rows; 0 when nothing was logged.
 * @example
 * ```ts
 * import { historyLength } from 'wandb-run-ops/ops'
 * import { historyFromRows } from 'wandb-run-ops/types'
 *
 * historyLength(historyFromRows([{ _step: 0, loss: 0.9 }, { _step: 1 }])) // => 2
 * ```
 * @category History operations
 * @since 0.1.0
 */
export const historyLength = (history: Pick<History, 'length'>): number => history.length

/**
 * Returns the number of rows that have a value for a metric. `NaN` is a value.
 *
 * @param history - A history.
 * @param key - The name of a metric.
 * @returns The number of rows; 0 for a metric that the history does not have.
 * @example
 * ```ts
 * import { historyCount } from 'wandb-run-ops/ops'
 * import { historyFromRows } from 'wandb-run-ops/types'
 *
 * historyCount(historyFromRows([{ _step: 0, loss: NaN }, { _step: 1 }]), 'loss') // => 1
 * ```
 * @category History operations
 * @since 0.1.0
 */
export const historyCount: {
  (history: Pick<History, 'columns'>, key: string): number
  (key: string): (history: Pick<History, 'columns'>) => number
} = /* @__PURE__ */ dual((history: Pick<History, 'columns'>, key: string): number => {
  const column = columnOf(history, key)
  let count = 0
  for (let row = 0; row < (column?.values.length ?? 0); row += 1)
    if (column !== undefined && valueIn(column, row) !== undefined) count += 1
  return count
})
