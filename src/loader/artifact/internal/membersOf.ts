import { isAliasIn } from '../../../types/artifactVersionNode.ts'
import { isObject } from '../../../types/codec/isObject.ts'
import type { Data } from '../../internal/http/readReply.ts'

const INDEX = /^v(0|[1-9]\d*)$/

/** The edge has the version number in this collection; the node has that in the collection it was logged to. */
const indexOf = (version: unknown, node: Data): unknown => {
  const digits = typeof version === 'string' ? INDEX.exec(version)?.[1] : undefined
  return digits === undefined ? node['versionIndex'] : Number(digits)
}

/**
 * The versions of a collection. Each node gets its membership in that collection, so that a link has the number and the
 * aliases of this collection.
 */
export const membersOf = (collection: Data): unknown => {
  const connection = collection['artifacts']
  if (!isObject(connection) || !Array.isArray(connection['edges'])) return connection
  const edges = connection['edges'].map((edge: unknown) => {
    const node = isObject(edge) ? edge['node'] : undefined
    if (!isObject(edge) || !isObject(node)) return edge
    const aliases = node['aliases']
    const membership = {
      versionIndex: indexOf(edge['version'], node),
      aliases: Array.isArray(aliases) ? aliases.filter(isAliasIn(collection)) : aliases,
      artifactCollection: collection,
    }
    return { ...edge, node: { ...node, membership } }
  })
  return { ...connection, edges }
}
