import { isObject } from '../../../types/codec/isObject.ts'
import type { Data } from '../../internal/http/readReply.ts'
import { connectionPage } from '../../internal/paging/connection.ts'

const numberOf = (edge: unknown): number | undefined => {
  const node = isObject(edge) ? edge['node'] : undefined
  const number = isObject(node) ? node['number'] : undefined
  return typeof number === 'number' ? number : undefined
}

/**
 * Corrects whether a page of console lines is the last. A server truncates a page of too many bytes, and may then report it
 * as the last although the line numbers show that more follow.
 */
export const consolePage = (run: Data): unknown => {
  const connection = run['logLines']
  const page = connectionPage(connection)
  if (!isObject(connection) || page === undefined) return connection
  const last = numberOf(page.edges.at(-1))
  const count = run['logLineCount']
  const isCut = last !== undefined && typeof count === 'number' && last + 1 < count
  const hasNextPage = page.cursor !== undefined && (page.next !== undefined || isCut)
  return { ...connection, pageInfo: { hasNextPage, endCursor: page.cursor ?? null } }
}
