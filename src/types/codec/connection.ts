import * as t from 'io-ts'
import { frozenArray } from './frozenArray.ts'
import { isObject } from './isObject.ts'
import { own } from './own.ts'

/**
 * The nodes of a Relay connection in order, without `null` edges and nodes. Anything that is not an edge is left in,
 * for the codec of the nodes to reject.
 *
 * @category Codec blocks
 * @since 0.1.0
 */
export const nodesOf = (edges: ReadonlyArray<unknown>): ReadonlyArray<unknown> =>
  edges.flatMap((edge) => {
    const node = isObject(edge) ? own(edge, 'node') : edge
    return node === null || node === undefined ? [] : [node]
  })

/**
 * A Relay connection `{ edges: [{ node }] }`, or a plain array of its nodes, as a frozen array. `null` edges and nodes
 * are left out; an absent connection is the empty array.
 *
 * @category Codec blocks
 * @since 0.1.0
 */
export const connection = <A>(element: t.Type<A, unknown>): t.Type<ReadonlyArray<A>, unknown> => {
  const array = frozenArray(element)
  return new t.Type(
    `Connection<${element.name}>`,
    array.is,
    (u, context) => {
      const edges = isObject(u) ? (own(u, 'edges') ?? []) : u
      if (!isObject(u)) return array.validate(edges, context)
      return Array.isArray(edges) ? array.validate(nodesOf(edges), context) : t.failure(u, context)
    },
    (elements) => ({ edges: elements.map((node) => ({ node: element.encode(node) })) }),
  )
}
