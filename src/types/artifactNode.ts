import { nodesOf } from './codec/connection.ts'
import { isObject } from './codec/isObject.ts'
import { own } from './codec/own.ts'

type Wire = Readonly<Record<string, unknown>>

const inner = (wire: unknown, key: string): unknown => (isObject(wire) ? own(wire, key) : undefined)

const tagNames = (tags: unknown): unknown => {
  const edges = inner(tags, 'edges')
  return Array.isArray(edges) ? nodesOf(edges).map((tag) => inner(tag, 'name')) : (edges ?? [])
}

/** Flattens the nested objects of a collection's node. */
export const flatArtifact = (node: Wire): Wire => ({
  ...node,
  entity: inner(own(node, 'project'), 'entityName'),
  project: inner(own(node, 'project'), 'name'),
  type: inner(own(node, 'defaultArtifactType'), 'name'),
  tags: tagNames(own(node, 'tags')),
})

/** The inverse of `flatArtifact`. */
export const nodeOfArtifact = ({ entity, project, type, tags, ...flat }: Wire): Wire => ({
  ...flat,
  project: { name: project, entityName: entity },
  defaultArtifactType: { name: type },
  tags: { edges: (tags as ReadonlyArray<unknown>).map((name) => ({ node: { name } })) },
})
