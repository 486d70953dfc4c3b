import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { History } from '../../types/History.ts'
import { mergeChunks } from '../../types/mergeChunks.ts'
import type { ByteSource } from '../internal/parquet/parquetSource.ts'
import { type LoadError, loadError } from '../LoadError.ts'

/**
 * A Parquet file: its bytes, a `Blob` or `File` as browsers have them, or anything of which parts can be read.
 *
 * @category History
 * @since 0.1.0
 */
export type ParquetSource =
  | Uint8Array
  | ArrayBuffer
  | Blob
  | {
      /** The size of the file. */
      readonly byteLength: number
      /** The bytes from `start`, inclusive, to `end`, exclusive. */
      readonly slice: (start: number, end: number) => ArrayBuffer | Uint8Array | Promise<ArrayBuffer | Uint8Array>
    }

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

const ofBytes = (bytes: Uint8Array): ByteSource => ({
  byteLength: bytes.length,
  read: async (start, end) => E.right(bytes.subarray(start, end)),
})

const asBytes = (bytes: ArrayBuffer | Uint8Array): Uint8Array =>
  bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes)

const isBlob = (source: Exclude<ParquetSource, Uint8Array | ArrayBuffer>): source is Blob =>
  typeof Blob === 'function' && source instanceof Blob

const failed = (error: unknown): E.Either<LoadError, never> => {
  const detail = `a file that cannot be read: ${error instanceof Error ? error.message.slice(0, 150) : 'no reason given'}`
  return E.left(loadError({ _tag: 'FileUnreadable', detail }))
}

const sourceOf = (source: ParquetSource): ByteSource => {
  if (source instanceof Uint8Array) return ofBytes(source)
  if (source instanceof ArrayBuffer) return ofBytes(new Uint8Array(source))
  const slice = isBlob(source)
    ? (start: number, end: number) => source.slice(start, end).arrayBuffer()
    : (start: number, end: number) => source.slice(start, end)
  return {
    byteLength: isBlob(source) ? source.size : source.byteLength,
    read: async (start, end) => {
      try {
        const bytes = asBytes(await slice(start, end))
        return bytes.length === end - start ? E.right(bytes) : failed(new Error('it is cut short'))
      } catch (error) {
        return failed(error)
      }
    },
  }
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
    const { readParquetSet } = await import('./internal/readParquetSet.ts')
    const opens = sources.map((source) => async () => E.right(sourceOf(source)))
    const chunks = await readParquetSet(opens, 1, query)
    return E.isLeft(chunks)
      ? chunks
      : E.right(mergeChunks(chunks.right, { keys, require: query.require, source: 'parquet' }))
  }
