import type { History, HistorySource } from './History.ts'
import { mergeChunks } from './mergeChunks.ts'
import { rowChunk } from './rowChunk.ts'

/**
 * How to make a history of rows.
 *
 * @category Model
 * @since 0.1.0
 */
export interface HistoryFromRowsOptions {
  /** Only these metrics, and only rows that have one of them; all by default. */
  readonly keys?: ReadonlyArray<string> | undefined
  /** With `'all'` only rows that have every one of `keys`. */
  readonly require?: 'any' | 'all' | undefined
  /**
   * What orders the rows: with `'logged'`, the default, the `_step` in each; with `'place'` their places among the rows,
   * from 0.
   */
  readonly step?: 'logged' | 'place' | undefined
  /** Where the rows came from; `'rows'` by default. */
  readonly source?: HistorySource | undefined
  /** Whether some rows were chosen instead of all; not by default. */
  readonly sampled?: boolean | undefined
}

/**
 * Makes a history of rows, each an object or the JSON text of one as the server sends it.
 *
 * Rows may come in any order. Where a step comes twice, its rows become one; of two values of one metric the later
 * stands. `null` is no value. A nested object without a `_type` becomes metrics with dotted names. `"NaN"`,
 * `"Infinity"` and `"-Infinity"` are numbers. A row that is no object, or has no `_step`, is one of `failures`.
 *
 * @param rows - The rows.
 * @param options - Which metrics and rows to keep, and what to say of the history.
 * @example
 * ```ts
 * import { historyFromRows } from 'wandb-run-ops/types'
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
  const chunk = rowChunk(rows, options)
  return mergeChunks([chunk], { ...options, failures: chunk.failures })
}
