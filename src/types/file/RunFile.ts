import * as t from 'io-ts'
import { StorageId } from '../wire/ids.ts'
import { Int64 } from '../wire/int64.ts'
import { field, nullable, record } from '../wire/record.ts'
import { UtcDate } from '../wire/time.ts'

/**
 * A file that a run saved.
 *
 * @category Model
 * @since 0.1.0
 */
export interface RunFile {
  /** The server's id. */
  readonly id: StorageId
  /** The path within the run, with slashes between folders. */
  readonly name: string
  /** The size in bytes; `undefined` if the server does not report it. */
  readonly size: number | undefined
  /** The base64-encoded MD5 of the contents; `undefined` if the server does not report it. */
  readonly md5: string | undefined
  /** The media type, such as `text/plain`. */
  readonly mimetype: string | undefined
  /** When it was last written. */
  readonly updatedAt: Date
  /** The URL to download it from with the API key; `undefined` if the server does not report it. */
  readonly url: string | undefined
  /** The signed URL to download it from without a key, valid until its signature expires. */
  readonly directUrl: string | undefined
}

/**
 * Decodes a GraphQL `File` node. A placeholder for a missing file has no `updatedAt` and is rejected.
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

/**
 * What the SDK recorded about a run's machine and program, from `wandb-metadata.json`: `os`, `python`, `program`,
 * `git`, `gpu`, and so on. The entries depend on the SDK's version.
 *
 * @category Model
 * @since 0.1.0
 */
export type RunMetadata = Readonly<Record<string, unknown>>
