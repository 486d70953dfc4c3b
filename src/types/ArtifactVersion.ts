import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { frozenArray } from './codec/frozenArray.ts'
import { Int64 } from './codec/Int64.ts'
import { isObject } from './codec/isObject.ts'
import { JsonObject } from './codec/JsonObject.ts'
import { nullable } from './codec/nullable.ts'
import { own } from './codec/own.ts'
import { type Fields, field, hasFields, readFields, writeFields } from './codec/record.ts'
import { UtcDate } from './codec/UtcDate.ts'
import { StorageId } from './StorageId.ts'

/**
 * One version of an artifact: the files that a run logged or used under a name.
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
}

/** True for the alias that every version has: `v` and its number. */
const isVersionAlias = (alias: string): boolean => /^v(0|[1-9]\d*)$/.test(alias)

const inner = (wire: unknown, key: string): unknown => (isObject(wire) ? own(wire, key) : undefined)

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

/** Fields that stand on the wire as they stand in the record. */
type Plain = Omit<ArtifactVersion, 'entity' | 'project' | 'name' | 'alias' | 'aliases' | 'type' | 'updatedAt'>

const plain: Fields<Plain> = {
  id: field('id', StorageId),
  version: field('versionIndex', Int64),
  state: field('state', nullable(t.string)),
  size: field('size', Int64),
  digest: field('digest', t.string),
  description: field('description', nullable(t.string)),
  metadata: field('metadata', metadata),
  fileCount: field('fileCount', nullable(Int64)),
  commitHash: field('commitHash', nullable(t.string)),
  historyStep: field('historyStep', historyStep),
  createdAt: field('createdAt', UtcDate),
}

/** Fields that the record has flat and the wire nested; they are read after the nesting is undone. */
type Nested = Pick<ArtifactVersion, 'entity' | 'project' | 'name' | 'aliases' | 'type'> & {
  readonly updatedAt: Date | undefined
}

const nested: Fields<Nested> = {
  entity: field('entity', nullable(t.string)),
  project: field('project', nullable(t.string)),
  name: field('name', t.string),
  aliases: field('aliases', frozenArray(t.string)),
  type: field('type', t.string),
  updatedAt: field('updatedAt', nullable(UtcDate)),
}

/** An alias of a version can belong to another collection that links it, which is none of this one's. */
const isOwnAlias = (sequence: unknown) => (alias: unknown) => {
  const collection = inner(alias, 'artifactCollection')
  const project = inner(collection, 'project')
  const own = inner(sequence, 'project')
  return (
    !isObject(collection) ||
    (collection['name'] === inner(sequence, 'name') &&
      (!isObject(project) ||
        !isObject(own) ||
        (project['name'] === own['name'] && project['entityName'] === own['entityName'])))
  )
}

const flattened = (node: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const sequence = own(node, 'artifactSequence')
  const aliases = own(node, 'aliases')
  return {
    entity: inner(inner(sequence, 'project'), 'entityName'),
    project: inner(inner(sequence, 'project'), 'name'),
    name: inner(sequence, 'name'),
    aliases: Array.isArray(aliases)
      ? aliases.filter(isOwnAlias(sequence)).map((alias) => inner(alias, 'alias'))
      : aliases,
    type: inner(own(node, 'artifactType'), 'name'),
    updatedAt: own(node, 'updatedAt'),
  }
}

/**
 * Reads an `Artifact` node of the wire. Aliases that belong to other collections are left out.
 *
 * @category Codec
 * @since 0.1.0
 */
export const ArtifactVersion: t.Type<ArtifactVersion, unknown> = new t.Type<ArtifactVersion, unknown>(
  'ArtifactVersion',
  (u): u is ArtifactVersion =>
    hasFields(plain, u) && hasFields(nested, u) && isObject(u) && t.string.is(u['alias']) && UtcDate.is(u['updatedAt']),
  (u, context) => {
    if (!isObject(u)) return t.failure(u, context)
    const target: Record<string, unknown> = {}
    const errors = [...readFields(plain, u, context, target), ...readFields(nested, flattened(u), context, target)]
    if (errors.length > 0) return t.failures(errors)
    const read = target as unknown as Plain & Nested
    return t.success(
      Object.freeze({
        ...read,
        alias: read.aliases.find((alias) => !isVersionAlias(alias)) ?? `v${read.version}`,
        updatedAt: read.updatedAt ?? read.createdAt,
      }),
    )
  },
  (version) => ({
    ...writeFields(plain, version as unknown as Readonly<Record<string, unknown>>),
    updatedAt: UtcDate.encode(version.updatedAt),
    artifactType: { name: version.type },
    artifactSequence: {
      name: version.name,
      project:
        version.project === undefined && version.entity === undefined
          ? null
          : { name: version.project ?? null, entityName: version.entity ?? null },
    },
    aliases: version.aliases.map((alias) => ({ alias })),
  }),
)
