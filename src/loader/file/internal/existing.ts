import { isObject } from '../../../types/codec/isObject.ts'
import { connectionPage } from '../../internal/paging/connection.ts'

/** The server returns a placeholder for an unknown name, which was never written. */
const isPlaceholder = (edge: unknown): boolean => {
  const node = isObject(edge) ? edge['node'] : undefined
  return isObject(node) && (node['updatedAt'] ?? null) === null
}

const nameOf = (edge: unknown): ReadonlyArray<string> => {
  const node = isObject(edge) ? edge['node'] : undefined
  const name = isObject(node) ? node['name'] : undefined
  return typeof name === 'string' ? [name] : []
}

/** A page of files without placeholders, and the names of both. */
export interface Existing {
  readonly connection: unknown
  readonly existing: ReadonlyArray<string>
  readonly missing: ReadonlyArray<string>
}

/** Removes the placeholders from a page of files; its end cursor is unchanged. */
export const existingOnly = (connection: unknown): Existing => {
  const page = connectionPage(connection)
  if (page === undefined || !isObject(connection)) return { connection, existing: [], missing: [] }
  const placeholders = page.edges.filter(isPlaceholder)
  const edges = page.edges.filter((edge) => !isPlaceholder(edge))
  return {
    connection: {
      ...connection,
      edges,
      pageInfo: { hasNextPage: page.next !== undefined, endCursor: page.cursor ?? null },
    },
    existing: edges.flatMap(nameOf),
    missing: placeholders.flatMap(nameOf),
  }
}
