import * as E from 'fp-ts/lib/Either.js'
import { isObject } from '../../types/wire/own.ts'
import { malformedResponse } from '../errors.ts'
import type { LoadError } from '../LoadError.ts'
import { readConnectionPage } from './connection.ts'
import { decodeNodes, type NodeReader } from './decodeNodes.ts'
import type { GraphqlDocument } from './document.ts'
import type { Listed } from './loadList.ts'

/** Reads a connection that the server returns in a single page: if it has more, the list is not complete. */
export const readSinglePage = <A>(
  { name }: GraphqlDocument,
  connection: unknown,
  decode: NodeReader<A>['decode'],
): E.Either<LoadError, Listed<A>> => {
  const wire = readConnectionPage(connection)
  if (wire === undefined) return E.left(malformedResponse(`no list in the response to ${name}`))
  const nodes = wire.edges.map((edge) => (isObject(edge) ? edge['node'] : edge) ?? undefined)
  const all = { page: 0, room: Number.POSITIVE_INFINITY }
  const { items, failures, skipped } = decodeNodes(nodes, all, { decode, identity: () => undefined, seen: new Set() })
  return E.right({
    items: [...items],
    totalCount: undefined,
    failures,
    duplicates: 0,
    skipped,
    complete: wire.next === undefined,
    cursor: undefined,
  })
}
