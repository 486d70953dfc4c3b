import * as E from 'fp-ts/lib/Either.js'
import { type LoadError, loadError } from '../../../client/LoadError.ts'
import type { ColumnChunk } from '../../../history/mergeChunks.ts'
import type { ParquetSelection } from './plan.ts'
import { readParquetSet } from './readFiles.ts'
import type { ByteSource } from './remoteFile.ts'

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

const failed = (error: unknown): E.Either<LoadError, never> => {
  const detail = error instanceof Error ? error.message.slice(0, 150) : 'no details available'
  return E.left(loadError({ _tag: 'FileUnreadable', detail }))
}

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
        return bytes.length === end - start ? E.right(bytes) : failed(new Error('the file is truncated'))
      } catch (error) {
        return failed(error)
      }
    },
  }
}

/** Reads local files, one after the other. */
export const readLocalParquet = (
  sources: ReadonlyArray<ParquetSource>,
  wanted: ParquetSelection,
): Promise<E.Either<LoadError, ReadonlyArray<ColumnChunk>>> =>
  readParquetSet(
    sources.map((source) => async () => E.right(sourceOf(source))),
    1,
    wanted,
  )
