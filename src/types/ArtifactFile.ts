import * as t from 'io-ts'
import { Int64 } from './codec/Int64.ts'
import { nullable } from './codec/nullable.ts'
import { field, record } from './codec/record.ts'
import { UtcDate } from './codec/UtcDate.ts'
import { StorageId } from './StorageId.ts'

/**
 * A file of an artifact version, with the address that it can be read from.
 *
 * @category Model
 * @since 0.1.0
 */
export interface ArtifactFile {
  /** The server's id. */
  readonly id: StorageId
  /** The name within the version, with slashes between folders. */
  readonly name: string
  /** The size in bytes. */
  readonly size: number
  /** What tells the contents: the MD5 in base64 of a file that W&B holds. */
  readonly digest: string | undefined
  /** The media type, such as `text/plain`. */
  readonly mimetype: string | undefined
  /** When it was last written; `undefined` where the server does not tell. */
  readonly updatedAt: Date | undefined
  /** Where it is read without a key, for as long as the signature in the address holds. */
  readonly directUrl: string | undefined
}

/**
 * Reads a `File` node of the wire that belongs to an artifact version.
 *
 * @category Codec
 * @since 0.1.0
 */
export const ArtifactFile: t.Type<ArtifactFile, unknown> = record<ArtifactFile>('ArtifactFile', {
  id: field('id', StorageId),
  name: field('name', t.string),
  size: field('sizeBytes', Int64),
  digest: field('digest', nullable(t.string)),
  mimetype: field('mimetype', nullable(t.string)),
  updatedAt: field('updatedAt', nullable(UtcDate)),
  directUrl: field('directUrl', nullable(t.string)),
})
