import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { frozenArray } from '../wire/connection.ts'
import { StorageId } from '../wire/ids.ts'
import { Int64 } from '../wire/int64.ts'
import { JsonObject } from '../wire/json.ts'
import { isObject } from '../wire/own.ts'
import { type Fields, field, hasFields, nullable, readFields, withFields, writeFields } from '../wire/record.ts'
import { UtcDate } from '../wire/time.ts'
import { ArtifactVersionSource } from './ArtifactVersionSource.ts'
import { collectionNode, flattenArtifactVersionNode, nestedVersionFields } from './flatten.ts'

/**
 * A version of an artifact: the files that a run logged or used under a name.
 *
 * A version belongs to the collection it was logged to, and can be linked to others, with a number and aliases of its
 * own in each. Name, number and aliases are those in the collection it was loaded from; `source` is where it was
 * logged.
 *
 * @category Model
 * @since 0.1.0
 */
export interface ArtifactVersion {
  /** The server's id. */
  readonly id: StorageId
  /** The entity of the collection; `undefined` if the API key cannot see it. */
  readonly entity: string | undefined
  /** The project of the collection; `undefined` if the API key cannot see it. */
  readonly project: string | undefined
  /** The name of the collection, such as `model`. */
  readonly name: string
  /** The version's number in its collection: 3 for `v3`. */
  readonly version: number
  /** The first alias other than a version alias, such as `latest`; `v<version>` if there is none. */
  readonly alias: string
  /** All aliases in the collection, in the server's order; includes `v<version>` if the server lists it. */
  readonly aliases: ReadonlyArray<string>
  /** The type of the collection, such as `dataset` or `model`. */
  readonly type: string
  /** `COMMITTED` if complete; otherwise `PENDING` or `DELETED`. */
  readonly state: string | undefined
  /** The total size of its files in bytes, references included. */
  readonly size: number
  /** The digest of its manifest. Equal digests mean equal contents. */
  readonly digest: string
  /** The description. */
  readonly description: string | undefined
  /** The metadata; empty if there is none. */
  readonly metadata: Readonly<Record<string, unknown>>
  /** The number of its files. */
  readonly fileCount: number | undefined
  /** The Git commit that it was made from. */
  readonly commitHash: string | undefined
  /** The last history step of the run when it logged the version. */
  readonly historyStep: number | undefined
  /** When it was created. */
  readonly createdAt: Date
  /** When it was last updated; the creation time if the server does not report it. */
  readonly updatedAt: Date
  /** Tags in the server's order; `undefined` if not loaded, as with the versions of a run. */
  readonly tags: ReadonlyArray<string> | undefined
  /** The time to live in seconds; `undefined` if it never expires, or if not loaded, as with the versions of a run. */
  readonly ttlDurationSeconds: number | undefined
  /** Whether the time to live is inherited from the collection or the project; `undefined` if not loaded. */
  readonly ttlIsInherited: boolean | undefined
  /** Where it was logged; for a link this differs from its own collection. */
  readonly source: ArtifactVersionSource
  /** The base URL of the web app, without a trailing slash. */
  readonly appUrl: string
}

/** True for the alias that every version has: `v` and its number. */
const isVersionAlias = (alias: string): boolean => /^v(0|[1-9]\d*)$/.test(alias)

/** The server stores the number of the next step; the first step is 0. */
const historyStep: t.Type<number | undefined, unknown> = new t.Type(
  'Int64 | null',
  nullable(Int64).is,
  (u, context) =>
    E.map((stored: number | undefined) => (stored === undefined ? undefined : Math.max(0, stored - 1)))(
      nullable(Int64).validate(u, context),
    ),
  (step) => (step === undefined ? null : step + 1),
)

const metadata: t.Type<Readonly<Record<string, unknown>>, unknown> = new t.Type(
  JsonObject.name,
  JsonObject.is,
  (u, context) =>
    E.map((m: Readonly<Record<string, unknown>>) => Object.freeze({ ...m }))(JsonObject.validate(u, context)),
  t.identity,
)

/** Zero or less means that the version never expires. */
const ttl: t.Type<number | undefined, unknown> = new t.Type(
  'Int64 | null',
  nullable(Int64).is,
  (u, context) =>
    E.map((seconds: number | undefined) => (seconds !== undefined && seconds > 0 ? seconds : undefined))(
      nullable(Int64).validate(u, context),
    ),
  (seconds) => seconds ?? null,
)

/** Fields with the same shape in the node and in the record. */
type Plain = Pick<
  ArtifactVersion,
  | 'id'
  | 'state'
  | 'size'
  | 'digest'
  | 'description'
  | 'metadata'
  | 'fileCount'
  | 'commitHash'
  | 'historyStep'
  | 'createdAt'
  | 'ttlDurationSeconds'
  | 'ttlIsInherited'
>

const plain: Fields<Plain> = {
  id: field('id', StorageId),
  state: field('state', nullable(t.string)),
  size: field('size', Int64),
  digest: field('digest', t.string),
  description: field('description', nullable(t.string)),
  metadata: field('metadata', metadata),
  fileCount: field('fileCount', nullable(Int64)),
  commitHash: field('commitHash', nullable(t.string)),
  historyStep: field('historyStep', historyStep),
  createdAt: field('createdAt', UtcDate),
  ttlDurationSeconds: field('ttlDurationSeconds', ttl),
  ttlIsInherited: field('ttlIsInherited', nullable(t.boolean)),
}

/** Fields that are nested in the node and flat in the record. */
type Nested = Pick<
  ArtifactVersion,
  'entity' | 'project' | 'name' | 'version' | 'aliases' | 'type' | 'tags' | 'source'
> & {
  readonly updatedAt: Date | undefined
}

const nested: Fields<Nested> = {
  entity: field('entity', nullable(t.string)),
  project: field('project', nullable(t.string)),
  name: field('name', t.string),
  version: field('version', Int64),
  aliases: field('aliases', frozenArray(t.string)),
  type: field('type', t.string),
  tags: field('tags', nullable(frozenArray(t.string))),
  source: field('source', ArtifactVersionSource),
  updatedAt: field('updatedAt', nullable(UtcDate)),
}

/** If the location differs from the source's, the version was loaded from another collection. */
const isLinked = ({ source: from, ...at }: ArtifactVersion): boolean =>
  at.entity !== from.entity || at.project !== from.project || at.name !== from.name || at.version !== from.version

/**
 * Codec of artifact versions: decodes an `Artifact` node and encodes it again. Aliases of other collections are left
 * out.
 *
 * A node reached through a collection carries its `ArtifactCollectionMembership` as `membership`, which then supplies
 * name, number and aliases.
 *
 * @param appUrl - The base URL of the web app, without a trailing slash.
 * @category Codec
 * @since 0.1.0
 */
export const artifactVersionCodec = (appUrl: string): t.Type<ArtifactVersion, unknown> =>
  withFields(
    new t.Type<ArtifactVersion, unknown>(
      'ArtifactVersion',
      (u): u is ArtifactVersion =>
        hasFields(plain, u) &&
        hasFields(nested, u) &&
        isObject(u) &&
        t.string.is(u['alias']) &&
        t.string.is(u['appUrl']) &&
        UtcDate.is(u['updatedAt']),
      (u, context) => {
        if (!isObject(u)) return t.failure(u, context)
        const target: Record<string, unknown> = {}
        const errors = [
          ...readFields(plain, u, context, target),
          ...readFields(nested, flattenArtifactVersionNode(u), context, target),
        ]
        if (errors.length > 0) return t.failures(errors)
        const read = target as unknown as Plain & Nested
        return t.success(
          Object.freeze({
            ...read,
            alias: read.aliases.find((alias) => !isVersionAlias(alias)) ?? `v${read.version}`,
            updatedAt: read.updatedAt ?? read.createdAt,
            appUrl,
          }),
        )
      },
      (version) => {
        const aliases = version.aliases.map((alias) => ({ alias }))
        return {
          ...writeFields(plain, version as unknown as Readonly<Record<string, unknown>>),
          versionIndex: version.source.version,
          updatedAt: UtcDate.encode(version.updatedAt),
          artifactType: { name: version.type },
          artifactSequence: collectionNode(version.source),
          tags: version.tags?.map((name) => ({ name })) ?? null,
          ...(isLinked(version)
            ? { membership: { versionIndex: version.version, aliases, artifactCollection: collectionNode(version) } }
            : { aliases }),
        }
      },
    ),
    { ...plain, ...nestedVersionFields },
  )

/**
 * Decodes an `Artifact` node from a server whose web app is at `https://wandb.ai`.
 *
 * @category Codec
 * @since 0.1.0
 */
export const ArtifactVersion: t.Type<ArtifactVersion, unknown> = artifactVersionCodec('https://wandb.ai')
