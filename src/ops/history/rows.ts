import type { History } from '../../types/History.ts'
import { dual } from '../internal/dual.ts'
import { rowAt } from './internal/rowAt.ts'
import { rowOf } from './internal/rowOf.ts'

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
 * import { historyFromRows } from 'wandb-run-ops/types'
 *
 * historyRows(historyFromRows([{ _step: 5, loss: 0.9 }, { _step: 2, accuracy: 0.1 }])) // => [{ _step: 2, accuracy: 0.1 }, { _step: 5, loss: 0.9 }]
 * ```
 * @category History operations
 * @since 0.1.0
 */
export const historyRows = (
  history: Pick<History, 'columns' | 'keys' | 'steps'>,
): ReadonlyArray<Readonly<Record<string, unknown>>> => Array.from(history.steps, (_, row) => rowAt(history, row))

/**
 * Returns the row at a step as an object: the step and the metrics that were logged with it.
 *
 * @param history - A history.
 * @param step - A step.
 * @returns The row; `undefined` when nothing was logged at exactly that step.
 * @example
 * ```ts
 * import { historyAtStep } from 'wandb-run-ops/ops'
 * import { historyFromRows } from 'wandb-run-ops/types'
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
    const row = rowOf(history.steps, step)
    return history.steps[row] === step ? rowAt(history, row) : undefined
  },
)
