import * as t from 'io-ts'
import { Int64 } from './codec/Int64.ts'
import { JsonObject } from './codec/JsonObject.ts'
import { nullable } from './codec/nullable.ts'
import { field, record } from './codec/record.ts'

/**
 * A file of an artifact version, as listed in its manifest.
 *
 * @category Model
 * @since 0.1.0
 */
export interface ArtifactEntry {
  /** The file's path within the version, with slashes between folders. */
  readonly path: string
  /**
   * The MD5 of a file in base64; for a reference anything that identifies its contents, such as an ETag or the URL
   * itself.
   */
  readonly digest: string
  /** The size in bytes; `undefined` if unknown, as for some references. */
  readonly size: number | undefined
  /** The URL of a file that is stored outside W&B; `undefined` for a file that W&B stores. */
  readonly ref: string | undefined
  /** The id of the version that first contained the file; `undefined` if the manifest does not name it. */
  readonly birthArtifactId: string | undefined
  /** Additional metadata, such as the version id of a bucket object; usually empty. */
  readonly extra: Readonly<Record<string, unknown>>
}

/**
 * Decodes a manifest entry, with its path added as `path`.
 *
 * @category Codec
 * @since 0.1.0
 */
export const ArtifactEntry: t.Type<ArtifactEntry, unknown> = record<ArtifactEntry>('ArtifactEntry', {
  path: field('path', t.string),
  digest: field('digest', t.string),
  size: field('size', nullable(Int64)),
  ref: field('ref', nullable(t.string)),
  birthArtifactId: field('birthArtifactID', nullable(t.string)),
  extra: field('extra', JsonObject),
})
