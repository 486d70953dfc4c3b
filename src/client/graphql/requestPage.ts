import * as E from 'fp-ts/lib/Either.js'
import { isObject } from '../../types/wire/own.ts'
import type { Client } from '../Client.ts'
import { malformedResponse } from '../errors.ts'
import type { LoadError } from '../LoadError.ts'
import type { GraphqlData } from '../readReply.ts'
import { type ConnectionPage, edgeCursor, readConnectionPage } from './connection.ts'
import type { GraphqlDocument } from './document.ts'
import { judgeOfPages } from './judgeOfPages.ts'
import { pageSizer } from './pageSizer.ts'
import { request, type Variables } from './request.ts'

/** A page of a list as received. */
export interface RawPage extends Pick<ConnectionPage, 'next' | 'cursor'> {
  /**
   * The node of each edge, `undefined` if it is `null`. An edge that is not an object is included as is. A reader may clear
   * a node that it has read.
   */
  readonly nodes: Array<unknown>
  /** The cursor of each edge, if selected. */
  readonly cursors: ReadonlyArray<string | undefined>
  /** The number of records in the list, if the server reports it. */
  readonly totalCount: number | undefined
}

/** What a page is needed for. */
export interface PageNeeds {
  /** Whether it is the first page of a load, which alone has to count the records. */
  readonly isFirst: boolean
  /** Whether the cursor of each edge is needed. */
  readonly needsCursors: boolean
}

/** A GraphQL list. The document declares {@link pageVariables} in addition to its own variables. */
export interface ListDocument {
  readonly document: GraphqlDocument | ((needs: PageNeeds) => GraphqlDocument)
  readonly variables: Variables
  /** Returns the connection in the response, or an error if its parent does not exist. */
  readonly connection: (data: GraphqlData) => E.Either<LoadError, unknown>
  /** Returns the total number of records; `totalCount` of the connection by default. */
  readonly total?: ((data: GraphqlData) => unknown) | undefined
  readonly pageSizes: { readonly first: number; readonly most: number }
}

/** Requests the page after a cursor, of at most `room` records. */
export type RequestPage<R extends RawPage = RawPage> = (
  ask: { readonly after: string | undefined; readonly room: number; readonly isFirst: boolean },
  signal: AbortSignal,
) => Promise<E.Either<LoadError, R>>

/** Requests pages of a list, with a page size that adapts to the server. */
export const pageRequester = (client: Client, list: ListDocument): RequestPage => {
  const sizer = pageSizer(list.pageSizes.most, list.pageSizes.first)
  const judge = judgeOfPages(sizer)
  let hasEndCursors = false
  return async ({ after, room, isFirst }, signal) => {
    // With a limit, reading may stop within a page, and not every server reports the end cursor of a page.
    const needsCursors = isFirst || !hasEndCursors || room !== Number.POSITIVE_INFINITY
    const document = typeof list.document === 'function' ? list.document({ isFirst, needsCursors }) : list.document
    let sentAt = 0
    const variables = (): Variables => {
      sentAt = client.now()
      return { ...list.variables, first: sizer.size(room), after: after ?? null }
    }
    const data = await request(client, document, variables, { signal, judge: judge.failed })
    if (E.isLeft(data)) return data
    judge.succeeded()
    sizer.succeeded(client.now() - sentAt)
    const found = list.connection(data.right)
    if (E.isLeft(found)) return found
    const connection = found.right
    const page = readConnectionPage(connection)
    if (page === undefined) return E.left(malformedResponse(`no list in the response to ${document.name}`))
    const { edges, next, cursor } = page
    const count = list.total?.(data.right) ?? (isObject(connection) ? connection['totalCount'] : undefined)
    hasEndCursors ||=
      isObject(connection) && isObject(connection['pageInfo']) && Boolean(connection['pageInfo']['endCursor'])
    return E.right({
      nodes: edges.map((edge) => (isObject(edge) ? edge['node'] : edge) ?? undefined),
      cursors: edges.map(edgeCursor),
      next,
      cursor,
      totalCount: typeof count === 'number' ? count : undefined,
    })
  }
}
