import type { History, HistorySource } from '../types/run/History.ts'
import { assertOptions, assertWord } from '../types/wire/argument.ts'
import { chunkRows } from './chunkRows.ts'
import { mergeChunks } from './mergeChunks.ts'

/**
 * The options of {@link historyFromRows}.
 *
 * @category Model
 * @since 0.1.0
 */
export interface HistoryFromRowsOptions {
  /** Keep only these metrics, and only rows that have at least one of them; all by default. */
  readonly keys?: ReadonlyArray<string> | undefined
  /** With `'all'`, keep only rows that have every one of `keys`. */
  readonly require?: 'any' | 'all' | undefined
  /**
   * What orders the rows: `'logged'`, the default, uses the `_step` of each; `'row'` uses their positions in the
   * input, from 0.
   */
  readonly step?: 'logged' | 'row' | undefined
  /** Where the rows came from; `'rows'` by default. */
  readonly source?: HistorySource | undefined
  /** Whether the rows are a sample; `false` by default. */
  readonly sampled?: boolean | undefined
}

/**
 * Builds a history from rows, each an object or its JSON text as the server sends it.
 *
 * Rows may come in any order. Rows with the same step are merged; if they share a metric, the later value wins. `null`
 * means no value. A nested object without a `_type` becomes metrics with dotted names. `"NaN"`, `"Infinity"` and
 * `"-Infinity"` become numbers. A row that is not an object, or has no `_step`, is reported in `failures`.
 *
 * @param rows - The rows.
 * @param options - Which metrics and rows to keep, and how to label the history.
 * @example
 * ```ts
 * import { historyFromRows } from 'wandb-run-ops/ops'
 *
 * const history = historyFromRows(['{"_step": 0, "loss": 0.9}', '{"_step": 5, "loss": NaN}'])
 *
 * history.keys // => ['loss']
 * Array.from(history.steps) // => [0, 5]
 * ```
 * @category Model
 * @since 0.1.0
 */
export const historyFromRows = (rows: Iterable<unknown>, options: HistoryFromRowsOptions = {}): History => {
  assertOptions('The argument of historyFromRows', options, ['keys', 'require', 'step', 'source', 'sampled'])
  if (options.step !== undefined) assertWord('step of historyFromRows', options.step, ['logged', 'row'])
  const chunk = chunkRows(rows, options)
  return mergeChunks([chunk], { ...options, failures: chunk.failures })
}
