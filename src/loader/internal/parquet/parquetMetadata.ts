import * as E from 'fp-ts/lib/Either.js'
import type { FileMetaData } from 'hyparquet'
import { type LoadError, loadError } from '../../LoadError.ts'
import type { ByteSource } from './parquetSource.ts'

/** The end of a file that is read first: the footer of most. */
const FOOTER = 2 ** 18

/** The length of the metadata and the mark behind it. */
const TAIL = 8

const MARK = 'PAR1'

const damaged = (detail: string): E.Either<LoadError, never> => E.left(loadError({ _tag: 'FileUnreadable', detail }))

/** A file that cannot be read, with what the reader says. */
export const unreadable = (error: unknown): E.Either<LoadError, never> =>
  damaged(`a Parquet file that cannot be read: ${error instanceof Error ? error.message.slice(0, 150) : 'damaged'}`)

/** A copy of bytes with a buffer of their own, as the reader wants them. */
export const ownBuffer = (bytes: Uint8Array): ArrayBuffer => {
  const buffer = new ArrayBuffer(bytes.length)
  new Uint8Array(buffer).set(bytes)
  return buffer
}

/** Reads what a Parquet file says of itself, at its end. */
export const readMetadata = async (source: ByteSource): Promise<E.Either<LoadError, FileMetaData>> => {
  const { byteLength } = source
  if (byteLength < TAIL + MARK.length) return damaged('a file that is no Parquet: it is too short')
  const footer = await source.read(Math.max(0, byteLength - FOOTER), byteLength)
  if (E.isLeft(footer)) return footer
  const tail = footer.right.subarray(-TAIL)
  if (new TextDecoder().decode(tail.subarray(4)) !== MARK) return damaged('a file that is no Parquet, or is cut short')
  const length = new DataView(tail.buffer, tail.byteOffset).getUint32(0, true) + TAIL
  if (length > byteLength) return damaged('a Parquet file that is cut short')
  const whole =
    length <= footer.right.length
      ? E.right(footer.right.subarray(-length))
      : await source.read(byteLength - length, byteLength)
  if (E.isLeft(whole)) return whole
  const { parquetMetadata } = await import('hyparquet')
  try {
    return E.right(parquetMetadata(ownBuffer(whole.right), { geoparquet: false }))
  } catch (error) {
    return unreadable(error)
  }
}
