import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../../client/Client.ts'
import { aborted, unreadableFile } from '../../../client/errors.ts'
import { mapConcurrently } from '../../../client/graphql/mapConcurrently.ts'
import type { LoadError } from '../../../client/LoadError.ts'
import { fail, task, unwrap } from '../../../client/task.ts'
import type { ColumnChunk } from '../../../history/mergeChunks.ts'
import { type ParquetPlan, type ParquetSelection, planParquetFile } from './plan.ts'
import { columnBuffers, readParquetFile, sortChunks } from './readFile.ts'
import { type ByteSource, openRemoteFile, trackSignedUrls } from './remoteFile.ts'

/** The chunks include the steps of rows without any of the metrics. */
type Chunks = TaskEither<LoadError, ReadonlyArray<ColumnChunk>>

/** Opens a file. The signal aborts all reads of it. */
export type OpenParquet = (signal: AbortSignal) => TaskEither<LoadError, ByteSource>

/** Sorts files by their first step, if they have statistics. */
const bySteps = (plans: ReadonlyArray<ParquetPlan>): ReadonlyArray<ParquetPlan> =>
  [...plans].sort(({ firstStep: one = Number.POSITIVE_INFINITY }, { firstStep: other = Number.POSITIVE_INFINITY }) =>
    one === other ? 0 : one - other,
  )

/**
 * Reads the files of one history, a few at a time: one chunk per row group, in the order of their first steps. All files
 * are planned before the first is read, so that the number columns can be allocated at their full length.
 */
export const readParquetFiles = (files: ReadonlyArray<OpenParquet>, atOnce: number, wanted: ParquetSelection): Chunks =>
  task(async function* () {
    /** One per file, because Node warns of a leak if many requests listen to one signal. */
    const controllers: Array<AbortController> = []
    const end = (): void => {
      for (const controller of controllers) controller.abort()
    }
    /** Aborts the other reads after a failure. */
    const endOnFailure = async <A>(work: TaskEither<LoadError, A>): Promise<E.Either<LoadError, A>> => {
      const result = await work()
      if (E.isLeft(result)) end()
      return result
    }
    const { signal } = wanted
    const plan = (open: OpenParquet): TaskEither<LoadError, ParquetPlan> =>
      task(async function* () {
        const controller = new AbortController()
        controllers.push(controller)
        if (signal?.aborted) controller.abort()
        return yield* unwrap(planParquetFile(yield* unwrap(open(controller.signal)), wanted))
      })
    signal?.addEventListener('abort', end)
    try {
      const plans = yield* unwrap(mapConcurrently(files, atOnce, (open) => endOnFailure(plan(open)), signal))
      let rows = 0
      const scheduled = bySteps(plans).map((one) => {
        const start = rows
        rows += one.rows
        return { one, start }
      })
      const buffers = columnBuffers(rows)
      const read = ({ one, start }: (typeof scheduled)[number], within: AbortSignal) =>
        endOnFailure(readParquetFile(one, { ...wanted, signal: within }, buffers, start))
      const chunks = yield* unwrap(mapConcurrently(scheduled, atOnce, read, signal))
      return sortChunks(chunks.flat())
    } finally {
      end()
      signal?.removeEventListener('abort', end)
    }
  })

/** The rows and metrics to read from the Parquet files of a run. */
export interface ParquetRequest extends ParquetSelection {
  /** The URLs of the files, in any order. */
  readonly urls: ReadonlyArray<string>
  /** Requests new URLs for expired ones: the same files, possibly in another order. */
  readonly renew: TaskEither<LoadError, ReadonlyArray<string>>
}

/** How many files are read concurrently. */
const FILES = 3

/** Reads the Parquet files of a run with range requests for the columns. `onRows` gets the number of rows read so far. */
export const readRemoteParquet = (client: Client, { urls, renew, ...wanted }: ParquetRequest): Chunks =>
  task(async function* () {
    if (wanted.signal?.aborted) return yield* fail(aborted)
    const signed = trackSignedUrls(urls, renew)
    let rows = 0
    const onRows = (more: number): void => {
      rows += more
      wanted.onRows?.(rows)
    }
    const files = [...signed.files].sort().map(
      (file): OpenParquet =>
        (signal) =>
          openRemoteFile(client, signed, file, signal),
    )
    return yield* unwrap(readParquetFiles(files, FILES, { ...wanted, onRows }))
  })

/**
 * A Parquet file: its bytes, a `Blob` or `File`, or any object with random access.
 *
 * @category History
 * @since 0.1.0
 */
export type ParquetSource =
  | Uint8Array
  | ArrayBuffer
  | Blob
  | {
      /** The size of the file in bytes. */
      readonly byteLength: number
      /** Returns the bytes from `start`, inclusive, to `end`, exclusive. */
      readonly slice: (start: number, end: number) => ArrayBuffer | Uint8Array | Promise<ArrayBuffer | Uint8Array>
    }

const bytesSource = (bytes: Uint8Array): ByteSource => ({
  byteLength: bytes.length,
  read: async (start, end) => E.right(bytes.subarray(start, end)),
})

const asBytes = (bytes: ArrayBuffer | Uint8Array): Uint8Array =>
  bytes instanceof Uint8Array ? bytes : new Uint8Array(bytes)

const isBlob = (source: Exclude<ParquetSource, Uint8Array | ArrayBuffer>): source is Blob =>
  typeof Blob === 'function' && source instanceof Blob

const unreadableSource = (error: unknown): LoadError =>
  unreadableFile(error instanceof Error ? error.message.slice(0, 150) : 'no details available')

const sourceOf = (source: ParquetSource): ByteSource => {
  if (source instanceof Uint8Array) return bytesSource(source)
  if (source instanceof ArrayBuffer) return bytesSource(new Uint8Array(source))
  const slice = isBlob(source)
    ? (start: number, end: number) => source.slice(start, end).arrayBuffer()
    : (start: number, end: number) => source.slice(start, end)
  return {
    byteLength: isBlob(source) ? source.size : source.byteLength,
    read: async (start, end) => {
      try {
        const bytes = asBytes(await slice(start, end))
        return bytes.length === end - start ? E.right(bytes) : E.left(unreadableFile('the file is truncated'))
      } catch (error) {
        return E.left(unreadableSource(error))
      }
    },
  }
}

/** Reads local files, one after the other. */
export const readLocalParquet = (sources: ReadonlyArray<ParquetSource>, wanted: ParquetSelection): Chunks =>
  readParquetFiles(
    sources.map((source) => () => async () => E.right(sourceOf(source))),
    1,
    wanted,
  )
