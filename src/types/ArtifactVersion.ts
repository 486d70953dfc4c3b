import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { ArtifactVersionSource } from './ArtifactVersionSource.ts'
import { flatVersion, nodeOfPlace } from './artifactVersionNode.ts'
import { frozenArray } from './codec/frozenArray.ts'
import { Int64 } from './codec/Int64.ts'
import { isObject } from './codec/isObject.ts'
import { JsonObject } from './codec/JsonObject.ts'
import { nullable } from './codec/nullable.ts'
import { type Fields, field, hasFields, readFields, writeFields } from './codec/record.ts'
import { UtcDate } from './codec/UtcDate.ts'
import { StorageId } from './StorageId.ts'

/**
 * One version of an artifact: the files that a run logged or used under a name.
 *
 * A version stands in the collection that it was logged to, and it can be linked to others, with a number and aliases of
 * its own in each. Name, number and aliases are those in the collection that it was loaded from; `source` is where it was
 * logged.
 *
 * @category Model
 * @since 0.1.0
 */
export interface ArtifactVersion {
  /** The server's id. */
  readonly id: StorageId
  /** The entity of the collection; `undefined` where this key may not see it. */
  readonly entity: string | undefined
  /** The project of the collection; `undefined` where this key may not see it. */
  readonly project: string | undefined
  /** The name of the collection, such as `model`. */
  readonly name: string
  /** The number of the version in its collection: 3 for `v3`. */
  readonly version: number
  /** The first alias that is no version alias, such as `latest`; `v<version>` where there is none. */
  readonly alias: string
  /** All aliases in the collection, in the server's order; `v<version>` is among them where the server lists it. */
  readonly aliases: ReadonlyArray<string>
  /** The type of the collection, such as `dataset` or `model`. */
  readonly type: string
  /** `COMMITTED` for a version that is whole; `PENDING` or `DELETED` otherwise. */
  readonly state: string | undefined
  /** The size of all its files in bytes, references included. */
  readonly size: number
  /** The digest of its manifest. Equal digests mean equal contents. */
  readonly digest: string
  /** What its author wrote about it. */
  readonly description: string | undefined
  /** What its author attached to it; empty where nothing was. */
  readonly metadata: Readonly<Record<string, unknown>>
  /** The number of its files. */
  readonly fileCount: number | undefined
  /** The Git commit that it was made from. */
  readonly commitHash: string | undefined
  /** The last history step of the run that logged it at that moment. */
  readonly historyStep: number | undefined
  /** When it was created. */
  readonly createdAt: Date
  /** When it last changed; when it was created, where the server does not tell. */
  readonly updatedAt: Date
  /** Labels in the server's order; `undefined` where they were not loaded, as with the versions of a run. */
  readonly tags: ReadonlyArray<string> | undefined
  /** How long it is kept, in seconds; `undefined` for ever, or where it was not loaded, as with the versions of a run. */
  readonly ttlDurationSeconds: number | undefined
  /** Whether that is the rule of the collection or the project; `undefined` where it was not loaded. */
  readonly ttlIsInherited: boolean | undefined
  /** Where it was logged, which is another place than its own for a link. */
  readonly source: ArtifactVersionSource
  /** The address of the web app that shows it, without a slash at the end. */
  readonly appUrl: string
}

/** True for the alias that every version has: `v` and its number. */
const isVersionAlias = (alias: string): boolean => /^v(0|[1-9]\d*)$/.test(alias)

/** The server keeps the number of the step that follows; the first step is 0. */
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

/** What is zero or less on the wire says that the version is kept for ever. */
const ttl: t.Type<number | undefined, unknown> = new t.Type(
  'Int64 | null',
  nullable(Int64).is,
  (u, context) =>
    E.map((seconds: number | undefined) => (seconds !== undefined && seconds > 0 ? seconds : undefined))(
      nullable(Int64).validate(u, context),
    ),
  (seconds) => seconds ?? null,
)

/** Fields that stand on the wire as they stand in the record. */
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

/** Fields that the record has flat and the wire nested; they are read after the nesting is undone. */
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

/** Where the number or the place differs from that of the source, the version was read from another collection. */
const isElsewhere = ({ source: from, ...at }: ArtifactVersion): boolean =>
  at.entity !== from.entity || at.project !== from.project || at.name !== from.name || at.version !== from.version

/**
 * The codec of artifact versions: reads an `Artifact` node of the wire, and writes it back. Aliases that belong to other
 * collections are left out.
 *
 * A node that was reached through a collection has the `ArtifactCollectionMembership` there as `membership`: name,
 * number and aliases are then those of the membership.
 *
 * @param appUrl - The address of the web app, without a slash at the end.
 * @category Codec
 * @since 0.1.0
 */
export const artifactVersionCodec = (appUrl: string): t.Type<ArtifactVersion, unknown> =>
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
      const errors = [...readFields(plain, u, context, target), ...readFields(nested, flatVersion(u), context, target)]
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
        artifactSequence: nodeOfPlace(version.source),
        tags: version.tags?.map((name) => ({ name })) ?? null,
        ...(isElsewhere(version)
          ? { membership: { versionIndex: version.version, aliases, artifactCollection: nodeOfPlace(version) } }
          : { aliases }),
      }
    },
  )

/**
 * Reads an `Artifact` node of the wire, of a server whose web app is at `https://wandb.ai`.
 *
 * @category Codec
 * @since 0.1.0
 */
export const ArtifactVersion: t.Type<ArtifactVersion, unknown> = artifactVersionCodec('https://wandb.ai')
