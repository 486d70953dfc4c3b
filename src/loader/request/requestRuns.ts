import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../../client/Client.ts'
import { type ConnectionPage, edgeCursor, readConnectionPage } from '../../client/graphql/connection.ts'
import { pageSizer } from '../../client/graphql/pageSizer.ts'
import { type LoadError, loadError } from '../../client/LoadError.ts'
import type { GraphqlData } from '../../client/readReply.ts'
import { request } from '../../client/request.ts'
import type { RunProject } from '../../types/run/runCodec.ts'
import { isObject } from '../../types/wire/own.ts'
import type { CheckedQuery } from './checkQuery.ts'
import { runsDocument, runVariables } from './selection.ts'

/** The project with the server's spelling of its names. */
export const toRunProject = (
  client: Client,
  path: { readonly entity: string; readonly project: string },
  project: GraphqlData,
): RunProject => ({
  entity: typeof project['entityName'] === 'string' ? project['entityName'] : path.entity,
  project: typeof project['name'] === 'string' ? project['name'] : path.project,
  appUrl: client.appUrl,
})

/** A page of runs as received. */
export interface RawRunsPage extends Pick<ConnectionPage, 'next' | 'cursor'> {
  readonly project: RunProject
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
export const runsPageRequester = (
  client: Client,
  path: { readonly entity: string; readonly project: string },
  query: CheckedQuery,
  signal: AbortSignal,
): ((after: string | undefined, room: number, isFirst: boolean) => Promise<E.Either<LoadError, RawRunsPage>>) => {
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
    const page = isObject(runs) ? readConnectionPage(runs) : undefined
    if (!isObject(project) || page === undefined) return malformed('missing list of runs')
    hasEndCursors ||= isObject(runs) && isObject(runs['pageInfo']) && Boolean(runs['pageInfo']['endCursor'])
    const totalCount = project['runCount']
    if (isFirst && typeof totalCount !== 'number') return malformed('missing run count')
    return E.right({
      next: page.next,
      cursor: page.cursor,
      nodes: page.edges.map((edge) => (isObject(edge) ? edge['node'] : edge) ?? undefined),
      cursors: cursors ? page.edges.map(edgeCursor) : [],
      project: toRunProject(client, path, project),
      totalCount: typeof totalCount === 'number' ? totalCount : undefined,
    })
  }
}
