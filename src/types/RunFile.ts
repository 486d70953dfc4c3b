import * as t from 'io-ts'
import { Int64 } from './codec/Int64.ts'
import { nullable } from './codec/nullable.ts'
import { field, record } from './codec/record.ts'
import { UtcDate } from './codec/UtcDate.ts'
import { StorageId } from './StorageId.ts'

/**
 * A file that a run saved.
 *
 * @category Model
 * @since 0.1.0
 */
export interface RunFile {
  /** The server's id. */
  readonly id: StorageId
  /** The name within the run, with slashes between folders. */
  readonly name: string
  /** The size in bytes; `undefined` where the server does not tell. */
  readonly size: number | undefined
  /** The MD5 of the contents in base64; `undefined` where the server does not tell. */
  readonly md5: string | undefined
  /** The media type, such as `text/plain`. */
  readonly mimetype: string | undefined
  /** When it was last written. */
  readonly updatedAt: Date
  /** Where it is read with the API key; `undefined` where the server does not tell. */
  readonly url: string | undefined
  /** Where it is read without a key, for as long as the signature in the address holds. */
  readonly directUrl: string | undefined
}

/**
 * Reads a `File` node of the wire. The place of a file that does not exist has no `updatedAt`, and is refused.
 *
 * @category Codec
 * @since 0.1.0
 */
export const RunFile: t.Type<RunFile, unknown> = record<RunFile>('RunFile', {
  id: field('id', StorageId),
  name: field('name', t.string),
  size: field('sizeBytes', nullable(Int64)),
  md5: field('md5', nullable(t.string)),
  mimetype: field('mimetype', nullable(t.string)),
  updatedAt: field('updatedAt', UtcDate),
  url: field('url', nullable(t.string)),
  directUrl: field('directUrl', nullable(t.string)),
})
