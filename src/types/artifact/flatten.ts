import * as t from 'io-ts'
import { getOwn, isObject } from '../wire/own.ts'
import { type AnyFields, field } from '../wire/record.ts'
import type { ArtifactVersionSource } from './ArtifactVersionSource.ts'

const inner = (wire: unknown, key: string): unknown => (isObject(wire) ? getOwn(wire, key) : undefined)

const locationFields = (collection: string): ReadonlyArray<string> =>
  ['name', 'project.name', 'project.entityName'].map((key) => `${collection}.${key}`)

/** The fields of an `Artifact` node that {@link flattenArtifactVersionNode} reads. */
export const nestedVersionFields: AnyFields = Object.fromEntries(
  [
    ...['versionIndex', 'updatedAt', 'artifactType.name', ...locationFields('artifactSequence')],
    ...['aliases.alias', ...locationFields('aliases.artifactCollection'), 'tags.name'],
  ].map((wire) => [wire, field(wire, t.unknown)]),
)

/** A version's alias can belong to another collection that the version is linked to. */
export const isAliasOfCollection =
  (sequence: unknown): ((alias: unknown) => boolean) =>
  (alias) => {
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

const namesOf = (list: unknown, key: string): unknown =>
  Array.isArray(list) ? list.map((one) => inner(one, key)) : list

const locationIn = (collection: unknown, version: unknown): Readonly<Record<string, unknown>> => ({
  entity: inner(inner(collection, 'project'), 'entityName'),
  project: inner(inner(collection, 'project'), 'name'),
  name: inner(collection, 'name'),
  version,
})

/** Flattens the nested objects of an `Artifact` node. */
export const flattenArtifactVersionNode = (
  node: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> => {
  const sequence = getOwn(node, 'artifactSequence')
  const aliases = getOwn(node, 'aliases')
  const membership = getOwn(node, 'membership')
  const source = locationIn(sequence, getOwn(node, 'versionIndex'))
  const location = isObject(membership)
    ? {
        ...locationIn(getOwn(membership, 'artifactCollection'), getOwn(membership, 'versionIndex')),
        aliases: namesOf(getOwn(membership, 'aliases'), 'alias'),
      }
    : {
        ...source,
        aliases: namesOf(Array.isArray(aliases) ? aliases.filter(isAliasOfCollection(sequence)) : aliases, 'alias'),
      }
  return {
    ...location,
    type: inner(getOwn(node, 'artifactType'), 'name'),
    tags: namesOf(getOwn(node, 'tags'), 'name'),
    source,
    updatedAt: getOwn(node, 'updatedAt'),
  }
}

/** A collection as a GraphQL node. */
export const collectionNode = ({
  entity,
  project,
  name,
}: Omit<ArtifactVersionSource, 'version'>): Readonly<Record<string, unknown>> => ({
  name,
  project: project === undefined && entity === undefined ? null : { name: project ?? null, entityName: entity ?? null },
})
