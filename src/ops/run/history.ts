import type { History } from '../../types/run/History.ts'
import type { HistoryKeys } from '../../types/run/HistoryKeys.ts'
import type { RunFields } from '../../types/run/RunHeavy.ts'

/**
 * Returns the metrics that the run logged over time, as columns.
 *
 * @param run - A run with its history.
 * @returns The history; without rows when nothing was logged.
 * @example
 * ```ts
 * import { runHistory } from 'wandb-run-ops/ops'
 * import { historyFromRows } from 'wandb-run-ops/ops'
 *
 * runHistory({ history: historyFromRows([{ _step: 0, loss: 0.9 }]) }).length // => 1
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runHistory = (run: Pick<RunFields, 'history'>): History => run.history

/**
 * Returns the run's system metric stream, such as `system.cpu`, as columns.
 *
 * Its rows are numbered from 0, since they have no steps.
 *
 * @param run - A run with its events.
 * @returns The events; without rows when nothing was recorded.
 * @example
 * ```ts
 * import { runEvents } from 'wandb-run-ops/ops'
 * import { historyFromRows } from 'wandb-run-ops/ops'
 *
 * runEvents({ events: historyFromRows([{ 'system.cpu': 12.5 }], { step: 'row' }) }).keys // => ['system.cpu']
 * ```
 * @visibility hidden
 * @category Run operations
 * @since 0.1.0
 */
export const runEvents = (run: Pick<RunFields, 'events'>): History => run.events

/**
 * Returns the metrics in the run's history, with what the server knows about each.
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
 * Returns the highest step that the run logged.
 *
 * @param run - A run with its history keys.
 * @returns The step; `undefined` when nothing was logged.
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
  const step = run.historyKeys?.lastStep
  return step === undefined || step < 0 ? undefined : step
}

/**
 * Returns the number of rows that the run logged.
 *
 * @param run - A run.
 * @returns The number of rows; `undefined` when the server does not report it.
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
