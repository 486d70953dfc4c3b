import * as t from 'io-ts'
import { frozenArray } from '../wire/connection.ts'
import { StorageId } from '../wire/ids.ts'
import { Int64 } from '../wire/int64.ts'
import { getOwn, isObject } from '../wire/own.ts'
import { field, nullable, record } from '../wire/record.ts'
import { UtcDate } from '../wire/time.ts'
import { ArtifactKind } from './Artifact.ts'

/**
 * The membership of an artifact version in a collection: the one it was logged to, or one it is linked to.
 *
 * @category Model
 * @since 0.1.0
 */
export interface ArtifactMembership {
  /** The server's id. */
  readonly id: StorageId
  /** The entity of the collection; `undefined` if the API key cannot see it. */
  readonly entity: string | undefined
  /** The project of the collection; `undefined` if the API key cannot see it. */
  readonly project: string | undefined
  /** The name of the collection. */
  readonly name: string
  /** `sequence` if the version was logged to it, `portfolio` if it is linked to it. */
  readonly kind: ArtifactKind
  /** The version's number in the collection. */
  readonly version: number
  /** Its aliases in the collection, in the server's order. */
  readonly aliases: ReadonlyArray<string>
  /** When it was added to the collection; `undefined` if the server does not report it. */
  readonly createdAt: Date | undefined
}

const flat = record<ArtifactMembership>('ArtifactMembership', {
  id: field('id', StorageId),
  entity: field('entity', nullable(t.string)),
  project: field('project', nullable(t.string)),
  name: field('name', t.string),
  kind: field('kind', ArtifactKind),
  version: field('versionIndex', Int64),
  aliases: field('aliases', frozenArray(t.string)),
  createdAt: field('createdAt', nullable(UtcDate)),
})

const inner = (wire: unknown, key: string): unknown => (isObject(wire) ? getOwn(wire, key) : undefined)

/**
 * Decodes a GraphQL `ArtifactCollectionMembership` node.
 *
 * @category Codec
 * @since 0.1.0
 */
export const ArtifactMembership: t.Type<ArtifactMembership, unknown> = new t.Type<ArtifactMembership, unknown>(
  'ArtifactMembership',
  flat.is,
  (u, context) => {
    if (!isObject(u)) return t.failure(u, context)
    const collection = getOwn(u, 'artifactCollection')
    const aliases = getOwn(u, 'aliases')
    const node = {
      ...u,
      entity: inner(inner(collection, 'project'), 'entityName'),
      project: inner(inner(collection, 'project'), 'name'),
      name: inner(collection, 'name'),
      kind: inner(collection, '__typename'),
      aliases: Array.isArray(aliases) ? aliases.map((alias) => inner(alias, 'alias')) : aliases,
    }
    return flat.validate(node, context)
  },
  (membership) => {
    const { entity, project, name, kind, aliases, ...node } = flat.encode(membership) as Readonly<
      Record<string, unknown>
    >
    return {
      ...node,
      aliases: (aliases as ReadonlyArray<unknown>).map((alias) => ({ alias })),
      artifactCollection: { __typename: kind, name, project: { name: project, entityName: entity } },
    }
  },
)
