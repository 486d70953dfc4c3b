import type { ArtifactVersionSource } from './ArtifactVersionSource.ts'
import { isObject } from './codec/isObject.ts'
import { own } from './codec/own.ts'

const inner = (wire: unknown, key: string): unknown => (isObject(wire) ? own(wire, key) : undefined)

/** A version's alias can belong to another collection that the version is linked to. */
export const isAliasIn =
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
export const flatVersion = (node: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const sequence = own(node, 'artifactSequence')
  const aliases = own(node, 'aliases')
  const membership = own(node, 'membership')
  const source = locationIn(sequence, own(node, 'versionIndex'))
  const location = isObject(membership)
    ? {
        ...locationIn(own(membership, 'artifactCollection'), own(membership, 'versionIndex')),
        aliases: namesOf(own(membership, 'aliases'), 'alias'),
      }
    : {
        ...source,
        aliases: namesOf(Array.isArray(aliases) ? aliases.filter(isAliasIn(sequence)) : aliases, 'alias'),
      }
  return {
    ...location,
    type: inner(own(node, 'artifactType'), 'name'),
    tags: namesOf(own(node, 'tags'), 'name'),
    source,
    updatedAt: own(node, 'updatedAt'),
  }
}

/** A collection as a GraphQL node. */
export const nodeOfPlace = ({
  entity,
  project,
  name,
}: Omit<ArtifactVersionSource, 'version'>): Readonly<Record<string, unknown>> => ({
  name,
  project: project === undefined && entity === undefined ? null : { name: project ?? null, entityName: entity ?? null },
})
