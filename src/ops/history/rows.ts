import { lowerBound } from '../../history/mergeSteps.ts'
import type { History } from '../../types/run/History.ts'
import { isObject, setOwn } from '../../types/wire/own.ts'
import { dual } from '../dual.ts'
import { ownColumn, valueInRow } from './column.ts'

/** Whether a history has the fields that its type promises. */
const isLoaded = ({ columns, keys, steps }: Pick<History, 'columns' | 'keys' | 'steps'>): boolean =>
  isObject(columns) && Array.isArray(keys) && ArrayBuffer.isView(steps)

/** Returns a row as an object of the metrics that it has. */
const rowObject = (
  history: Pick<History, 'columns' | 'keys' | 'steps'>,
  row: number,
): Readonly<Record<string, unknown>> => {
  const fields: Record<string, unknown> = { _step: history.steps[row] }
  for (const key of history.keys) {
    const column = ownColumn(history, key)
    const value = column === undefined ? undefined : valueInRow(column, row)
    if (value !== undefined) setOwn(fields, key, value)
  }
  return Object.freeze(fields)
}

/**
 * Returns the rows as objects, ascending by step.
 *
 * Each has its `_step` and the metrics that were logged with it, and no others. Objects take much more memory than
 * columns when there are many rows.
 *
 * @param history - A history.
 * @returns A new array of new objects; empty when nothing was logged.
 * @example
 * ```ts
 * import { historyRows } from 'wandb-run-ops/ops'
 * import { historyFromRows } from 'wandb-run-ops/ops'
 *
 * historyRows(historyFromRows([{ _step: 5, loss: 0.9 }, { _step: 2, accuracy: 0.1 }])) // => [{ _step: 2, accuracy: 0.1 }, { _step: 5, loss: 0.9 }]
 * ```
 * @category History operations
 * @since 0.1.0
 */
export const historyRows = (
  history: Pick<History, 'columns' | 'keys' | 'steps'>,
): ReadonlyArray<Readonly<Record<string, unknown>>> =>
  isLoaded(history) ? Array.from(history.steps, (_, row) => rowObject(history, row)) : (undefined as never)

/**
 * Returns the row at a step as an object: the step and the metrics that were logged with it.
 *
 * @param history - A history.
 * @param step - A step.
 * @returns The row; `undefined` when nothing was logged at exactly that step.
 * @example
 * ```ts
 * import { historyAtStep } from 'wandb-run-ops/ops'
 * import { historyFromRows } from 'wandb-run-ops/ops'
 *
 * const history = historyFromRows([{ _step: 5, loss: 0.9 }])
 *
 * historyAtStep(history, 5) // => { _step: 5, loss: 0.9 }
 * historyAtStep(history, 4) // => undefined
 * ```
 * @category History operations
 * @since 0.1.0
 */
export const historyAtStep: {
  (history: Pick<History, 'columns' | 'keys' | 'steps'>, step: number): Readonly<Record<string, unknown>> | undefined
  (
    step: number,
  ): (history: Pick<History, 'columns' | 'keys' | 'steps'>) => Readonly<Record<string, unknown>> | undefined
} = /* @__PURE__ */ dual(
  (
    history: Pick<History, 'columns' | 'keys' | 'steps'>,
    step: number,
  ): Readonly<Record<string, unknown>> | undefined => {
    if (!isLoaded(history)) return undefined
    const row = lowerBound(history.steps, step)
    return history.steps[row] === step ? rowObject(history, row) : undefined
  },
)

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
 * import { historyFromRows } from 'wandb-run-ops/ops'
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
 * import { historyFromRows } from 'wandb-run-ops/ops'
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
 * import { historyFromRows } from 'wandb-run-ops/ops'
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
  if (!isObject(history.columns)) return undefined as never
  const column = ownColumn(history, key)
  let count = 0
  for (let row = 0; row < (column?.values.length ?? 0); row += 1)
    if (column !== undefined && valueInRow(column, row) !== undefined) count += 1
  return count
})
