import * as E from 'fp-ts/lib/Either.js'
import type { DecodeFailure, NodePosition } from '../../types/wire/DecodeFailure.ts'
import { isObject } from '../../types/wire/own.ts'
import type { Client } from '../Client.ts'
import { type LoadError, loadError } from '../LoadError.ts'
import { isPositiveInteger } from '../options.ts'
import type { GraphqlData } from '../readReply.ts'
import { request } from '../request.ts'
import { edgeCursor, MAX_EMPTY_PAGES, readConnectionPage } from './connection.ts'
import type { GraphqlDocument } from './document.ts'
import { pageSizer } from './pageSizer.ts'

/**
 * The progress of a load.
 *
 * @category Loading
 * @since 0.1.0
 */
export interface Progress {
  /** What is being loaded. */
  readonly phase:
    | 'runs'
    | 'artifactVersions'
    | 'artifacts'
    | 'files'
    | 'history'
    | 'events'
    | 'consoleLines'
    | 'sweeps'
    | 'projects'
    | 'projectFields'
    | 'users'
    | 'reports'
    | 'bytes'
  /** How many have been loaded. */
  readonly loaded: number
  /** How many there are in all; `undefined` while that is unknown. */
  readonly total: number | undefined
}

/**
 * The paging options of a list.
 *
 * @category Loading
 * @since 0.1.0
 */
export interface ListQuery {
  /** The number of records per request. */
  readonly pageSize?: number | undefined
  /** The maximum number of records to load; all by default. */
  readonly limit?: number | undefined
  /** The `cursor` of a partly loaded list, to continue after it. */
  readonly after?: string | undefined
  /** Aborts the load. */
  readonly signal?: AbortSignal | undefined
  /** Called with the progress after every request. */
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/**
 * A list of records, with an account of those that are not in it.
 *
 * @typeParam A - The type of the records.
 * @category Loading
 * @since 0.1.0
 */
export interface Listed<A> {
  /** The records in the server's order, without duplicates. The array is yours to change. */
  readonly items: Array<A>
  /** The total number of records; `undefined` if the server does not report it. */
  readonly totalCount: number | undefined
  /** The records that could not be read, one failure each. */
  readonly failures: ReadonlyArray<DecodeFailure>
  /** The number of records that came again on a later page because the list changed in between. */
  readonly duplicates: number
  /** The number of entries that were `null` instead of a record. */
  readonly skipped: number
  /** Whether the load reached the end of the list and accounts for all of `totalCount`, if that is known. */
  readonly complete: boolean
  /** The cursor to continue with as `after`; `undefined` if the server returned none. */
  readonly cursor: string | undefined
}

/** A complete list without records. */
export const emptyList = <A>(): Listed<A> => ({
  items: [],
  totalCount: 0,
  failures: [],
  duplicates: 0,
  skipped: 0,
  complete: true,
  cursor: undefined,
})

/** A GraphQL list. The document declares `$first: Int` and `$after: String` in addition to its own variables. */
export interface ListRequest<A> {
  readonly operationName?: string
  readonly document: GraphqlDocument | string
  readonly variables: Readonly<Record<string, unknown>>
  /** Returns the connection in the response, or an error if its parent does not exist. */
  readonly connection: (data: GraphqlData) => E.Either<LoadError, unknown>
  readonly decode: (node: unknown, at: NodePosition) => E.Either<DecodeFailure, A>
  /** Returns the total number of records; `totalCount` of the connection by default. */
  readonly total?: (data: GraphqlData) => unknown
  /** Returns the identity of a node; its `id` by default. */
  readonly identity?: (node: unknown) => unknown
  readonly phase: Progress['phase']
  readonly pageSize: number
}

const invalid = (field: string): LoadError =>
  loadError({ _tag: 'InvalidQuery', field, reason: 'must be a positive integer' })

const idOf = (node: unknown): unknown => (isObject(node) ? node['id'] : undefined)

/** Loads a connection page by page, to its end or to the limit of the query. */
export const loadList = async <A>(
  client: Client,
  query: ListQuery,
  list: ListRequest<A>,
): Promise<E.Either<LoadError, Listed<A>>> => {
  const { pageSize = list.pageSize, limit = Number.POSITIVE_INFINITY, signal, onProgress } = query
  if (!isPositiveInteger(pageSize)) return E.left(invalid('pageSize'))
  if (query.limit !== undefined && !isPositiveInteger(limit)) return E.left(invalid('limit'))
  const { decode, identity = idOf } = list
  const sizer = pageSizer(pageSize)
  const items: Array<A> = []
  const failures: Array<DecodeFailure> = []
  const seen = new Set<unknown>()
  const cursors = new Set<string>()
  let skipped = 0
  let duplicates = 0
  let emptyPages = 0
  let totalCount: number | undefined
  let after = query.after
  for (let page = 0; ; page += 1) {
    const document =
      typeof list.document === 'string' ? { name: list.operationName ?? '', text: list.document } : list.document
    const variables = () => ({ ...list.variables, first: sizer.size(limit - items.length), after: after ?? null })
    const data = await request(client, document, variables, { signal, onFailure: sizer.failed })
    if (E.isLeft(data)) return data
    sizer.succeeded()
    const connection = list.connection(data.right)
    if (E.isLeft(connection)) return connection
    const wire = readConnectionPage(connection.right)
    if (wire === undefined)
      return E.left(loadError({ _tag: 'ResponseMalformed', detail: `no list in the response to ${document.name}` }))
    const total = list.total?.(data.right) ?? (isObject(connection.right) ? connection.right['totalCount'] : undefined)
    if (typeof total === 'number') totalCount ??= total
    const before = items.length + failures.length + skipped
    let index = 0
    for (; index < wire.edges.length && items.length < limit; index += 1) {
      const edge = wire.edges[index]
      const node = (isObject(edge) ? edge['node'] : edge) ?? undefined
      const id = identity(node)
      if (node === undefined) skipped += 1
      else if (id !== undefined && seen.has(id)) duplicates += 1
      else {
        seen.add(id)
        const record = decode(node, { page, index })
        if (E.isLeft(record)) failures.push(record.left)
        else items.push(record.right)
      }
    }
    const passed = items.length + failures.length + skipped
    onProgress?.({ phase: list.phase, loaded: passed, total: totalCount })
    const isPageRead = index === wire.edges.length
    after = (isPageRead ? wire.cursor : edgeCursor(wire.edges[index - 1])) ?? after
    const isEnd = wire.next === undefined && isPageRead
    if (isEnd || items.length >= limit) {
      const complete = isEnd && (query.after !== undefined || totalCount === undefined || passed >= totalCount)
      return E.right({ items, totalCount, failures, duplicates, skipped, complete, cursor: after })
    }
    const next = wire.next?.cursor
    emptyPages = passed > before ? 0 : emptyPages + 1
    if (next === undefined || cursors.has(next) || next === query.after || emptyPages >= MAX_EMPTY_PAGES)
      return E.left(loadError({ _tag: 'CursorStuck', cursor: next && client.redact(next), page }))
    cursors.add(next)
    after = next
  }
}
