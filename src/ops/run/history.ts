import type { History } from '../../types/History.ts'
import type { HistoryKeys } from '../../types/HistoryKeys.ts'
import type { RunFields } from '../../types/RunWith.ts'

/**
 * Gives what the run logged over time, by columns.
 *
 * @param run - A run with its history.
 * @returns The history; no rows where nothing was logged.
 * @example
 * ```ts
 * import { runHistory } from 'wandb-run-ops/ops'
 * import { historyFromRows } from 'wandb-run-ops/types'
 *
 * runHistory({ history: historyFromRows([{ _step: 0, loss: 0.9 }]) }).length // => 1
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runHistory = (run: Pick<RunFields, 'history'>): History => run.history

/**
 * Gives the stream of machine metrics of the run, such as `system.cpu`, by columns.
 *
 * Its rows are counted from 0 instead of having steps.
 *
 * @param run - A run with its events.
 * @returns The events; no rows where nothing was recorded.
 * @example
 * ```ts
 * import { runEvents } from 'wandb-run-ops/ops'
 * import { historyFromRows } from 'wandb-run-ops/types'
 *
 * runEvents({ events: historyFromRows([{ 'system.cpu': 12.5 }], { step: 'place' }) }).keys // => ['system.cpu']
 * ```
 * @visibility hidden
 * @category Run operations
 * @since 0.1.0
 */
export const runEvents = (run: Pick<RunFields, 'events'>): History => run.events

/**
 * Gives which metrics the run's history holds, and what the server knows of each.
 *
 * @param run - A run with its history keys.
 * @returns The metrics by name, and the last step.
 * @example
 * ```ts
 * import { runHistoryKeys } from 'wandb-run-ops/ops'
 *
 * const historyKeys = { keys: { loss: { monotonic: false } }, lastStep: 99 }
 *
 * Object.keys(runHistoryKeys({ historyKeys }).keys) // => ['loss']
 * ```
 * @visibility hidden
 * @category Run operations
 * @since 0.1.0
 */
export const runHistoryKeys = (run: Pick<RunFields, 'historyKeys'>): HistoryKeys => run.historyKeys

/**
 * Gives the highest step that the run logged.
 *
 * @param run - A run with its history keys.
 * @returns The step; `undefined` where nothing was logged.
 * @example
 * ```ts
 * import { runLastHistoryStep } from 'wandb-run-ops/ops'
 *
 * runLastHistoryStep({ historyKeys: { keys: {}, lastStep: 99 } }) // => 99
 * runLastHistoryStep({ historyKeys: { keys: {}, lastStep: undefined } }) // => undefined
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runLastHistoryStep = (run: Pick<RunFields, 'historyKeys'>): number | undefined => {
  const step = run.historyKeys.lastStep
  return step === undefined || step < 0 ? undefined : step
}

/**
 * Gives the number of rows that the run logged.
 *
 * @param run - A run.
 * @returns The number; `undefined` where the server does not tell.
 * @example
 * ```ts
 * import { runHistoryLineCount } from 'wandb-run-ops/ops'
 *
 * runHistoryLineCount({ historyLineCount: 100 }) // => 100
 * ```
 * @visibility hidden
 * @category Run operations
 * @since 0.1.0
 */
export const runHistoryLineCount = (run: Pick<RunFields, 'historyLineCount'>): number | undefined =>
  run.historyLineCount
