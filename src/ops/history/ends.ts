import type { History } from '../../types/History.ts'
import { dual } from '../internal/dual.ts'
import { columnOf, valueIn } from './internal/columnOf.ts'

/**
 * Returns the value of a metric at the lowest step that has one. `NaN` is a value.
 *
 * @param history - A history.
 * @param key - The name of a metric.
 * @returns The value, of any type; `undefined` for a metric that the history does not have.
 * @example
 * ```ts
 * import { historyFirst } from 'wandb-run-ops/ops'
 * import { historyFromRows } from 'wandb-run-ops/types'
 *
 * historyFirst(historyFromRows([{ _step: 0 }, { _step: 1, loss: 0.9 }, { _step: 2, loss: 0.5 }]), 'loss') // => 0.9
 * ```
 * @category History operations
 * @since 0.1.0
 */
export const historyFirst: {
  (history: Pick<History, 'columns'>, key: string): unknown
  (key: string): (history: Pick<History, 'columns'>) => unknown
} = /* @__PURE__ */ dual((history: Pick<History, 'columns'>, key: string): unknown => {
  const column = columnOf(history, key)
  for (let row = 0; column !== undefined && row < column.values.length; row += 1) {
    const value = valueIn(column, row)
    if (value !== undefined) return value
  }
  return undefined
})

/**
 * Returns the value of a metric at the highest step that has one. `NaN` is a value.
 *
 * @param history - A history.
 * @param key - The name of a metric.
 * @returns The value, of any type; `undefined` for a metric that the history does not have.
 * @example
 * ```ts
 * import { historyLast } from 'wandb-run-ops/ops'
 * import { historyFromRows } from 'wandb-run-ops/types'
 *
 * historyLast(historyFromRows([{ _step: 0, loss: 0.9 }, { _step: 1, loss: 0.5 }, { _step: 2 }]), 'loss') // => 0.5
 * ```
 * @category History operations
 * @since 0.1.0
 */
export const historyLast: {
  (history: Pick<History, 'columns'>, key: string): unknown
  (key: string): (history: Pick<History, 'columns'>) => unknown
} = /* @__PURE__ */ dual((history: Pick<History, 'columns'>, key: string): unknown => {
  const column = columnOf(history, key)
  for (let row = (column?.values.length ?? 0) - 1; column !== undefined && row >= 0; row -= 1) {
    const value = valueIn(column, row)
    if (value !== undefined) return value
  }
  return undefined
})
