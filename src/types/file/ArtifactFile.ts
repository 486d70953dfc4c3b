import * as t from 'io-ts'
import { StorageId } from '../wire/ids.ts'
import { Int64 } from '../wire/int64.ts'
import { field, nullable, record } from '../wire/record.ts'
import { UtcDate } from '../wire/time.ts'

/**
 * A file of an artifact version, with the URL to download it from.
 *
 * @category Model
 * @since 0.1.0
 */
export interface ArtifactFile {
  /** The server's id. */
  readonly id: StorageId
  /** The path within the version, with slashes between folders. */
  readonly name: string
  /** The size in bytes. */
  readonly size: number
  /** The digest of the contents: a base64-encoded MD5 for a file that W&B stores. */
  readonly digest: string | undefined
  /** The media type, such as `text/plain`. */
  readonly mimetype: string | undefined
  /** When it was last written; `undefined` if the server does not report it. */
  readonly updatedAt: Date | undefined
  /** The signed URL to download it from without a key, valid until its signature expires. */
  readonly directUrl: string | undefined
}

/**
 * Decodes the `File` node of an artifact version's file.
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
