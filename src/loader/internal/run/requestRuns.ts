import * as E from 'fp-ts/lib/Either.js'
import { isObject } from '../../../types/codec/isObject.ts'
import type { RunPlace } from '../../../types/runCodec.ts'
import type { Client } from '../../Client.ts'
import { type LoadError, loadError } from '../../LoadError.ts'
import type { Data } from '../http/readReply.ts'
import { request } from '../http/request.ts'
import { type ConnectionPage, connectionPage, cursorOf } from '../paging/connection.ts'
import { pageSizer } from '../paging/pageSizer.ts'
import type { CheckedQuery } from './checkQuery.ts'
import { runsDocument } from './documents.ts'
import { runVariables } from './selection.ts'

/** The project with the server's spelling of its names. */
export const placeOf = (
  client: Client,
  path: { readonly entity: string; readonly project: string },
  project: Data,
): RunPlace => ({
  entity: typeof project['entityName'] === 'string' ? project['entityName'] : path.entity,
  project: typeof project['name'] === 'string' ? project['name'] : path.project,
  appUrl: client.appUrl,
})

/** A page of runs as received. */
export interface WirePage extends Pick<ConnectionPage, 'next' | 'cursor'> {
  readonly project: RunPlace
  /** The node of each run. A reader may clear a node that it has read. An invalid edge is included as is. */
  readonly nodes: Array<unknown>
  /** The cursor of each run, if selected. */
  readonly cursors: ReadonlyArray<string | undefined>
  /** The number of runs that match the query; on the first page only. */
  readonly totalCount: number | undefined
}

const malformed = (detail: string): E.Either<LoadError, never> =>
  E.left(loadError({ _tag: 'ResponseMalformed', detail }))

/** Requests pages of runs, with a page size that adapts to the server. */
export const runsRequester = (
  client: Client,
  path: { readonly entity: string; readonly project: string },
  query: CheckedQuery,
  signal: AbortSignal,
): ((after: string | undefined, room: number, isFirst: boolean) => Promise<E.Either<LoadError, WirePage>>) => {
  const sizer = pageSizer(query.pageSizes.most, query.pageSizes.first)
  let hasEndCursors = false
  return async (after, room, isFirst) => {
    // With a limit, reading may stop within a page, and not every server reports the end cursor of a page.
    const cursors = isFirst || !hasEndCursors || room !== Number.POSITIVE_INFINITY
    const document = runsDocument(query.fields, query.keys, { count: isFirst, cursors })
    let sentAt = 0
    const make = () => {
      sentAt = client.now()
      return {
        operationName: 'Runs',
        query: document,
        variables: {
          ...path,
          filters: query.filters,
          order: query.order,
          first: sizer.size(room),
          after: after ?? null,
          ...runVariables(query.fields, query.keys),
        },
      }
    }
    const data = await request(client, make, { signal, onFailure: sizer.failed })
    if (E.isLeft(data)) return data
    sizer.succeeded(client.now() - sentAt)
    const project = data.right['project']
    if (project === null || project === undefined)
      return E.left(
        loadError({ _tag: 'NotFound', what: 'project', path: client.redact(`${path.entity}/${path.project}`) }),
      )
    const runs = isObject(project) ? project['runs'] : undefined
    const page = isObject(runs) ? connectionPage(runs) : undefined
    if (!isObject(project) || page === undefined) return malformed('missing list of runs')
    hasEndCursors ||= isObject(runs) && isObject(runs['pageInfo']) && Boolean(runs['pageInfo']['endCursor'])
    const totalCount = project['runCount']
    if (isFirst && typeof totalCount !== 'number') return malformed('missing run count')
    return E.right({
      next: page.next,
      cursor: page.cursor,
      nodes: page.edges.map((edge) => (isObject(edge) ? edge['node'] : edge) ?? undefined),
      cursors: cursors ? page.edges.map(cursorOf) : [],
      project: placeOf(client, path, project),
      totalCount: typeof totalCount === 'number' ? totalCount : undefined,
    })
  }
}
