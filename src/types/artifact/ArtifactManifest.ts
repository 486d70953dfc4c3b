import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { Int64 } from '../wire/int64.ts'
import { JsonObject } from '../wire/json.ts'
import { isObject, setOwn } from '../wire/own.ts'
import { field, nullable, record } from '../wire/record.ts'

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

/**
 * The manifest of an artifact version: the list of its files.
 *
 * @category Model
 * @since 0.1.0
 */
export interface ArtifactManifest {
  /** The version of the manifest format. */
  readonly version: number
  /** How the files are stored: `V1` or `V2`; `undefined` if the manifest does not say. */
  readonly storageLayout: string | undefined
  /** The files, sorted by path. */
  readonly entries: ReadonlyArray<ArtifactEntry>
}

const byPath = (first: ArtifactEntry, second: ArtifactEntry): number =>
  first.path < second.path ? -1 : first.path > second.path ? 1 : 0

/** The manifest file keys entries by path. */
const entries: t.Type<ReadonlyArray<ArtifactEntry>, unknown> = new t.Type(
  'Record<string, ArtifactEntry>',
  (u): u is ReadonlyArray<ArtifactEntry> => Array.isArray(u) && u.every(ArtifactEntry.is),
  (u, context) => {
    if (!isObject(u)) return t.failure(u, context)
    const read: Array<ArtifactEntry> = []
    for (const path of Object.keys(u)) {
      const wire = u[path]
      const entry = ArtifactEntry.validate(
        isObject(wire) ? { ...wire, path } : wire,
        t.appendContext(context, path, ArtifactEntry, wire),
      )
      if (E.isLeft(entry)) return entry
      read.push(entry.right)
    }
    return t.success(Object.freeze(read.sort(byPath)))
  },
  (list) => {
    const wire: Record<string, unknown> = {}
    for (const entry of list) {
      const { path, ...rest } = ArtifactEntry.encode(entry) as Readonly<Record<string, unknown>>
      setOwn(wire, String(path), rest)
    }
    return wire
  },
)

/**
 * Decodes the manifest file of an artifact version. One unreadable entry makes the whole manifest unreadable: part of a
 * version must not pass for all of it.
 *
 * @category Codec
 * @since 0.1.0
 */
export const ArtifactManifest: t.Type<ArtifactManifest, unknown> = record<ArtifactManifest>('ArtifactManifest', {
  version: field('version', Int64),
  storageLayout: field('storagePolicyConfig.storageLayout', nullable(t.string)),
  entries: field('contents', entries),
})
