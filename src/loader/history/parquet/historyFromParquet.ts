import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { type LoadError, loadError } from '../../../client/LoadError.ts'
import { mergeChunks } from '../../../history/mergeChunks.ts'
import type { History } from '../../../types/run/History.ts'
import type { ParquetSource } from './readLocal.ts'

/**
 * The options of {@link historyFromParquet}.
 *
 * @category History
 * @since 0.1.0
 */
export interface ParquetQuery {
  /** Only these metrics, and only rows that have at least one of them; all by default. */
  readonly keys?: ReadonlyArray<string> | undefined
  /** With `'all'`, only rows that have every one of `keys`; `'any'` by default. */
  readonly require?: 'any' | 'all' | undefined
  /** The first step, inclusive; the beginning by default. */
  readonly minStep?: number | undefined
  /** The last step, exclusive; the end by default. */
  readonly maxStep?: number | undefined
  /** Aborts the read. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Reads a history from Parquet files that W&B exported, such as those of `downloadHistory`. Several files in any order are
 * one history; a step that is in two files is one row.
 *
 * Integers beyond 2^53 become the nearest number. A metric that no file has is not among the `keys`. Files without rows
 * are an empty history. A file that is not Parquet, or has rows but no `_step`, is `FileUnreadable`.
 *
 * @param files - One file, or several.
 * @param query - The metrics and steps to read; all by default.
 * @returns A task of the history.
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
    const { readLocalParquet } = await import('./readLocal.ts')
    const chunks = await readLocalParquet(sources, query)
    return E.isLeft(chunks)
      ? chunks
      : E.right(mergeChunks(chunks.right, { keys, require: query.require, source: 'parquet' }))
  }
