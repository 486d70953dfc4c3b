import * as E from 'fp-ts/lib/Either.js'
import { isObject } from '../../../types/codec/isObject.ts'
import type { DecodeFailure, WirePlace } from '../../../types/DecodeFailure.ts'
import type { Client } from '../../Client.ts'
import { type LoadError, loadError } from '../../LoadError.ts'
import type { Listed, ListQuery } from '../../list.ts'
import type { Progress } from '../../query.ts'
import type { Data } from '../http/readReply.ts'
import { request } from '../http/request.ts'
import { isCount } from '../run/checkQuery.ts'
import { BARREN_PAGES } from './barrenPages.ts'
import { connectionPage, cursorOf } from './connection.ts'
import { pageSizer } from './pageSizer.ts'

/** A list as GraphQL: the document declares `$first: Int` and `$after: String` beside its own variables. */
export interface ListRequest<A> {
  readonly operationName: string
  readonly document: string
  readonly variables: Readonly<Record<string, unknown>>
  /** Where the connection stands in the answer, or that the thing it belongs to does not exist. */
  readonly connection: (data: Data) => E.Either<LoadError, unknown>
  readonly decode: (node: unknown, at: WirePlace) => E.Either<DecodeFailure, A>
  /** How many records there are; by default what the connection says. */
  readonly total?: (data: Data) => unknown
  /** What tells a node from the others; its `id` by default. */
  readonly identity?: (node: unknown) => unknown
  readonly phase: Progress['phase']
  readonly pageSize: number
}

const refuse = (field: string): LoadError =>
  loadError({ _tag: 'InvalidQuery', field, reason: 'must be a whole number from 1' })

const idOf = (node: unknown): unknown => (isObject(node) ? node['id'] : undefined)

/** Loads a connection to its end, or as far as the query wants, one page after the other. */
export const loadList = async <A>(
  client: Client,
  query: ListQuery,
  list: ListRequest<A>,
): Promise<E.Either<LoadError, Listed<A>>> => {
  const { pageSize = list.pageSize, limit = Number.POSITIVE_INFINITY, signal, onProgress } = query
  if (!isCount(pageSize)) return E.left(refuse('pageSize'))
  if (query.limit !== undefined && !isCount(limit)) return E.left(refuse('limit'))
  const { decode, identity = idOf } = list
  const sizer = pageSizer(pageSize)
  const items: Array<A> = []
  const failures: Array<DecodeFailure> = []
  const seen = new Set<unknown>()
  const cursors = new Set<string>()
  let skipped = 0
  let duplicates = 0
  let barren = 0
  let totalCount: number | undefined
  let after = query.after
  for (let page = 0; ; page += 1) {
    const make = () => ({
      operationName: list.operationName,
      query: list.document,
      variables: { ...list.variables, first: sizer.size(limit - items.length), after: after ?? null },
    })
    const data = await request(client, make, { signal, onFailure: sizer.failed })
    if (E.isLeft(data)) return data
    sizer.succeeded()
    const connection = list.connection(data.right)
    if (E.isLeft(connection)) return connection
    const wire = connectionPage(connection.right)
    if (wire === undefined)
      return E.left(loadError({ _tag: 'ResponseMalformed', detail: `no list in the answer to ${list.operationName}` }))
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
    const isWhole = index === wire.edges.length
    after = (isWhole ? wire.cursor : cursorOf(wire.edges[index - 1])) ?? after
    const isEnd = wire.next === undefined && isWhole
    if (isEnd || items.length >= limit) {
      const complete = isEnd && (query.after !== undefined || totalCount === undefined || passed >= totalCount)
      return E.right({ items, totalCount, failures, duplicates, skipped, complete, cursor: after })
    }
    const next = wire.next?.cursor
    barren = passed > before ? 0 : barren + 1
    if (next === undefined || cursors.has(next) || next === query.after || barren >= BARREN_PAGES)
      return E.left(loadError({ _tag: 'CursorStuck', cursor: next && client.redact(next), page }))
    cursors.add(next)
    after = next
  }
}
