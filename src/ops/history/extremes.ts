import type { History } from '../../types/run/History.ts'
import { dual } from '../dual.ts'
import { ownColumn, valueInRow } from './column.ts'

/**
 * Returns the first row with the smallest number of a metric, or the largest for sign -1. NaN and non-numbers are
 * ignored.
 */
const extremeRow = (
  history: Pick<History, 'columns'>,
  key: string,
  sign: 1 | -1,
): { readonly row: number; readonly value: number } | undefined => {
  const column = ownColumn(history, key)
  if (column === undefined) return undefined
  let row = -1
  let best = Number.NaN
  for (let at = 0; at < column.values.length; at += 1) {
    const value = valueInRow(column, at)
    if (typeof value !== 'number' || Number.isNaN(value) || (row >= 0 && sign * value >= sign * best)) continue
    row = at
    best = value
  }
  return row < 0 ? undefined : { row, value: best }
}

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
 * import { historyFromRows } from 'wandb-run-ops/ops'
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
 * import { historyFromRows } from 'wandb-run-ops/ops'
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
 * import { historyFromRows } from 'wandb-run-ops/ops'
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
  return found === undefined ? undefined : steps?.[found.row]
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
 * import { historyFromRows } from 'wandb-run-ops/ops'
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
  return found === undefined ? undefined : steps?.[found.row]
})

/**
 * Returns the value of a metric at the lowest step that has one. `NaN` is a value.
 *
 * @param history - A history.
 * @param key - The name of a metric.
 * @returns The value, of any type; `undefined` for a metric that the history does not have.
 * @example
 * ```ts
 * import { historyFirst } from 'wandb-run-ops/ops'
 * import { historyFromRows } from 'wandb-run-ops/ops'
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
  const column = ownColumn(history, key)
  for (let row = 0; column !== undefined && row < column.values.length; row += 1) {
    const value = valueInRow(column, row)
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
 * import { historyFromRows } from 'wandb-run-ops/ops'
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
  const column = ownColumn(history, key)
  for (let row = (column?.values.length ?? 0) - 1; column !== undefined && row >= 0; row -= 1) {
    const value = valueInRow(column, row)
    if (value !== undefined) return value
  }
  return undefined
})

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
 * import { historyFromRows } from 'wandb-run-ops/ops'
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
  const column = ownColumn(history, key)
  if (column === undefined) return undefined
  const sumOf = (part: (value: number) => number): number => {
    let sum = 0
    for (let row = 0; row < column.values.length; row += 1) {
      const value = valueInRow(column, row)
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
