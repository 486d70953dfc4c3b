import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { aborted, invalidOption } from '../../../client/errors.ts'
import type { LoadError } from '../../../client/LoadError.ts'
import { abortSignal, mustBe } from '../../../client/optionChecks.ts'
import { type QueryShape, queryTask } from '../../../client/queryTask.ts'
import { fail, unwrap } from '../../../client/task.ts'
import { mergeChunks } from '../../../history/mergeChunks.ts'
import type { History } from '../../../types/run/History.ts'
import { stepOptions } from '../../request/stepOptions.ts'
import type { ParquetSource } from './readParquet.ts'

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

const isSource = (source: unknown): boolean =>
  typeof source === 'object' && source !== null && ('byteLength' in source || 'size' in source)

export const parquetShape: QueryShape<ParquetQuery> = {
  subject: 'keys',
  options: {
    keys: mustBe(
      'a non-empty array of metric names: leave it out to read all',
      (keys) => Array.isArray(keys) && keys.length > 0 && keys.every((key) => typeof key === 'string'),
    ),
    ...stepOptions,
    signal: abortSignal,
  },
}

/**
 * Reads a history from Parquet files that W&B exported, such as those of `downloadHistory`. Several files in any order are
 * one history; a step that is in two files is one row.
 *
 * Integers beyond 2^53 become the nearest number. A metric that no file has is not among the `keys`. Files without rows
 * are an empty history. A file that is not Parquet, is damaged, or has rows but no `_step`, is `FileUnreadable`.
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
export const historyFromParquet = (
  files: ParquetSource | ReadonlyArray<ParquetSource>,
  query: ParquetQuery = {},
): TaskEither<LoadError, History> =>
  queryTask(undefined, parquetShape, query, async function* (query: ParquetQuery) {
    const { keys, require: needs, signal } = query
    const sources: ReadonlyArray<ParquetSource> = Array.isArray(files) ? files : [files as ParquetSource]
    if (!sources.every(isSource))
      return yield* fail(invalidOption('files', 'must be the bytes of a Parquet file, a Blob, or an array of these'))
    if (signal?.aborted) return yield* fail(aborted)
    const { readLocalParquet } = await import('./readParquet.ts')
    const chunks = yield* unwrap(readLocalParquet(sources, query))
    return mergeChunks(chunks, { keys, require: needs, source: 'parquet' })
  })
