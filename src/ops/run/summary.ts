import type { RunFields } from '../../types/run/RunHeavy.ts'
import type { SummaryDict, SystemMetrics } from '../../types/run/SummaryDict.ts'
import { dual } from '../dual.ts'
import type { Path } from '../Operation.ts'
import { valueAt } from '../ownValue.ts'

/**
 * Returns the run's summary: the last, or best, value of each metric by name.
 *
 * Numbers may be `NaN` or infinite. `_step`, `_runtime` and `_timestamp` are included; W&B's own `_wandb` is left
 * out, and {@link runRawSummary} includes it.
 *
 * @typeParam S - The type of the summary, when a codec sets one.
 * @param run - A run with its summary.
 * @returns The summary; empty when there is none.
 * @example
 * ```ts
 * import { runSummary } from 'wandb-run-ops/ops'
 *
 * runSummary({ summary: { accuracy: 0.97 } }).accuracy // => 0.97
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runSummary = <S>(run: { readonly summary: S }): S => run.summary

/**
 * Returns the run's summary with W&B's own entry, `_wandb`.
 *
 * @param run - A run with its summary.
 * @returns A new dict; when a key appears twice, W&B's own entry wins.
 * @example
 * ```ts
 * import { runRawSummary } from 'wandb-run-ops/ops'
 *
 * const run = { summary: { loss: 0.2 }, internal: { config: {}, summary: { _wandb: { runtime: 60 } } } }
 *
 * runRawSummary(run) // => { loss: 0.2, _wandb: { runtime: 60 } }
 * ```
 * @visibility hidden
 * @category Run operations
 * @since 0.1.0
 */
export const runRawSummary = (run: Pick<RunFields, 'internal' | 'summary'>): SummaryDict =>
  run.summary && Object.freeze({ ...run.summary, ...run.internal?.summary })

/**
 * Returns the value at a path in the run's summary.
 *
 * Only own properties of dicts and arrays are found, never inherited ones. Keys are used as is, including any dots
 * and slashes. The empty path returns the whole summary.
 *
 * @param run - A run with its summary.
 * @param path - A key for each dict, an index for each array.
 * @returns The value; `undefined` when there is none.
 * @example
 * ```ts
 * import { runSummaryAt } from 'wandb-run-ops/ops'
 *
 * const run = { summary: { 'val/loss': 0.3, loss: { min: 0.1 } } }
 *
 * runSummaryAt(run, ['val/loss']) // => 0.3
 * runSummaryAt(['loss', 'min'])(run) // => 0.1
 * runSummaryAt(run, ['val', 'loss']) // => undefined
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runSummaryAt: {
  (run: Pick<RunFields, 'summary'>, path: Path): unknown
  (path: Path): (run: Pick<RunFields, 'summary'>) => unknown
} = /* @__PURE__ */ dual((run: Pick<RunFields, 'summary'>, path: Path): unknown => valueAt(run.summary, path))

/**
 * Returns the last value of each of the run's system metrics by name.
 *
 * Numbers may be `NaN` or infinite.
 *
 * @param run - A run.
 * @returns The metrics; empty when there are none.
 * @example
 * ```ts
 * import { runSystemMetrics } from 'wandb-run-ops/ops'
 *
 * runSystemMetrics({ systemMetrics: { 'system.cpu': 12.5 } }) // => { 'system.cpu': 12.5 }
 * ```
 * @category Run operations
 * @since 0.1.0
 */
export const runSystemMetrics = (run: Pick<RunFields, 'systemMetrics'>): SystemMetrics => run.systemMetrics
