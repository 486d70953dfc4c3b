import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { History } from '../../types/History.ts'
import { mergeChunks } from '../../types/mergeChunks.ts'
import { type LoadError, loadError } from '../LoadError.ts'
import type { ParquetSource } from './ParquetSource.ts'

/**
 * What to read of Parquet files.
 *
 * @category History
 * @since 0.1.0
 */
export interface ParquetQuery {
  /** Only these metrics, and only rows that have one of them; all by default. */
  readonly keys?: ReadonlyArray<string> | undefined
  /** With `'all'` only rows that have every one of `keys`. */
  readonly require?: 'any' | 'all' | undefined
  /** The first step, inclusive. */
  readonly minStep?: number | undefined
  /** The step behind the last. */
  readonly maxStep?: number | undefined
  /** Ends the reading. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Reads a history out of Parquet files as W&B exports them, such as `downloadHistory` leaves in a folder. Several files
 * are one history, in whatever order they are given; a step that is in two of them is one row.
 *
 * Integers beyond 2^53 become the nearest number. A metric that no file has is not among the keys. Files without any row
 * give an empty history; a file that is no Parquet, or has rows and no `_step`, is `FileUnreadable`.
 *
 * @param files - One file, or several.
 * @param query - Which metrics and steps; all by default.
 * @example
 * ```ts no-run
 * import { readFile } from 'node:fs/promises'
 * import { historyFromParquet, orThrow } from 'wandb-run-ops/loader'
 *
 * const history = await orThrow(historyFromParquet(await readFile('history.parquet'), { keys: ['loss'] }))
 *
 * console.log(history.length, history.steps)
 * ```
 * @category History
 * @since 0.1.0
 */
export const historyFromParquet =
  (files: ParquetSource | ReadonlyArray<ParquetSource>, query: ParquetQuery = {}): TaskEither<LoadError, History> =>
  async () => {
    const { keys, signal } = query
    const sources: ReadonlyArray<ParquetSource> = Array.isArray(files) ? files : [files as ParquetSource]
    if (signal?.aborted) return E.left(loadError({ _tag: 'Aborted' }))
    const { readParquetSources } = await import('./internal/readParquetSources.ts')
    const chunks = await readParquetSources(sources, query)
    return E.isLeft(chunks)
      ? chunks
      : E.right(mergeChunks(chunks.right, { keys, require: query.require, source: 'parquet' }))
  }
