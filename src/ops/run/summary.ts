import type { RunFields } from '../../types/RunWith.ts'
import type { SummaryDict } from '../../types/SummaryDict.ts'
import { dual } from '../internal/dual.ts'
import { valueAt } from '../internal/valueAt.ts'
import type { Path } from '../Path.ts'

/**
 * Gives the summary of the run: the last, or best, value of each metric by name.
 *
 * Numbers may be `NaN` or infinite. `_step`, `_runtime` and `_timestamp` are in it; W&B's own `_wandb` is left out, and
 * {@link runRawSummary} has it.
 *
 * @typeParam S - The type of the summary, where a codec gave it one.
 * @param run - A run with its summary.
 * @returns The summary; empty where there is none.
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
 * Gives the summary of the run together with W&B's own entry, `_wandb`.
 *
 * @param run - A run with its summary.
 * @returns A new dict; of two entries with one name, W&B's own.
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
  Object.freeze({ ...run.summary, ...run.internal.summary })

/**
 * Gives the value at a path in the summary of the run.
 *
 * Only what the dicts and arrays themselves hold is found, never something inherited. A key is taken whole, whatever
 * dots and slashes it has. The empty path gives the whole summary.
 *
 * @param run - A run with its summary.
 * @param path - A key for each dict, an index for each array.
 * @returns The value; `undefined` where there is none.
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
