import * as t from 'io-ts'
import { Int64 } from './codec/Int64.ts'
import { JsonObject } from './codec/JsonObject.ts'
import { nullable } from './codec/nullable.ts'
import { field, record } from './codec/record.ts'

/**
 * What a manifest says of one file of an artifact version.
 *
 * @category Model
 * @since 0.1.0
 */
export interface ArtifactEntry {
  /** The name of the file within the version, with slashes between folders. */
  readonly path: string
  /** The MD5 of a file in base64; for a reference whatever tells its contents, such as an ETag or the address itself. */
  readonly digest: string
  /** The size in bytes; `undefined` where it is not known, as for some references. */
  readonly size: number | undefined
  /** The address of a file that W&B does not hold; `undefined` for a file that it does. */
  readonly ref: string | undefined
  /** The id of the version that brought the contents; `undefined` where the manifest does not tell. */
  readonly birthArtifactId: string | undefined
  /** What else is known of it, such as the version id of an object in a bucket; mostly empty. */
  readonly extra: Readonly<Record<string, unknown>>
}

/**
 * Reads an entry of a manifest, whose path stands beside it as `path`.
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
