import * as E from 'fp-ts/lib/Either.js'
import type { FileMetaData } from 'hyparquet'
import { type LoadError, loadError } from '../../../client/LoadError.ts'
import type { ByteSource } from './remoteFile.ts'

/** The number of bytes at the end of a file that are read first, which include the footer of most files. */
const FOOTER = 2 ** 18

/** The last bytes of a file: the length of the metadata and the magic number. */
const TAIL = 8

const MAGIC = 'PAR1'

const damaged = (detail: string): E.Either<LoadError, never> => E.left(loadError({ _tag: 'FileUnreadable', detail }))

/** The error for a damaged file, with the message of the Parquet reader. */
export const unreadableParquet = (error: unknown): E.Either<LoadError, never> =>
  damaged(`damaged Parquet file: ${error instanceof Error ? error.message.slice(0, 150) : 'no details available'}`)

/** Copies bytes into a buffer of their own, as the Parquet reader requires. */
export const copyToArrayBuffer = (bytes: Uint8Array): ArrayBuffer => {
  const buffer = new ArrayBuffer(bytes.length)
  new Uint8Array(buffer).set(bytes)
  return buffer
}

/** Reads the metadata in the footer of a Parquet file. */
export const readParquetMetadata = async (source: ByteSource): Promise<E.Either<LoadError, FileMetaData>> => {
  const { byteLength } = source
  if (byteLength < TAIL + MAGIC.length) return damaged('not a Parquet file: too short')
  const footer = await source.read(Math.max(0, byteLength - FOOTER), byteLength)
  if (E.isLeft(footer)) return footer
  const tail = footer.right.subarray(-TAIL)
  if (new TextDecoder().decode(tail.subarray(4)) !== MAGIC) return damaged('not a Parquet file, or truncated')
  const length = new DataView(tail.buffer, tail.byteOffset).getUint32(0, true) + TAIL
  if (length > byteLength) return damaged('truncated Parquet file')
  const whole =
    length <= footer.right.length
      ? E.right(footer.right.subarray(-length))
      : await source.read(byteLength - length, byteLength)
  if (E.isLeft(whole)) return whole
  const { parquetMetadata } = await import('hyparquet')
  try {
    return E.right(parquetMetadata(copyToArrayBuffer(whole.right), { geoparquet: false }))
  } catch (error) {
    return unreadableParquet(error)
  }
}
