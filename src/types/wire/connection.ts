import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'
import { getOwn, isObject } from './own.ts'
import { field, fieldsOf, withFields } from './record.ts'

const emptyArray: ReadonlyArray<never> = Object.freeze([])

/**
 * A frozen array. `null` and an absent value decode to the empty array.
 *
 * @category Codec blocks
 * @since 0.1.0
 */
export const frozenArray = <A>(element: t.Type<A, unknown>): t.Type<ReadonlyArray<A>, unknown> => {
  const array = t.array(element)
  const list = new t.Type<ReadonlyArray<A>, unknown>(
    `Array<${element.name}>`,
    (u): u is ReadonlyArray<A> => array.is(u),
    (u, context) => {
      if (u === null || u === undefined) return t.success(emptyArray)
      if (!Array.isArray(u)) return array.validate(u, context)
      const elements: Array<A> = []
      for (const wire of u) {
        const decoded = element.validate(wire, context)
        // io-ts builds the path of every element; here only an array with an unreadable element pays for it.
        if (E.isLeft(decoded)) return array.validate(u, context)
        elements.push(decoded.right)
      }
      return t.success(Object.freeze(elements))
    },
    (elements) => elements.map(element.encode),
  )
  return withFields(list, fieldsOf(element))
}

/**
 * The nodes of a Relay connection in order, without `null` edges and nodes. Anything that is not an edge is left in,
 * for the codec of the nodes to reject.
 *
 * @category Codec blocks
 * @since 0.1.0
 */
export const connectionNodes = (edges: ReadonlyArray<unknown>): ReadonlyArray<unknown> =>
  edges.flatMap((edge) => {
    const node = isObject(edge) ? getOwn(edge, 'node') : edge
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
  const list = new t.Type<ReadonlyArray<A>, unknown>(
    `Connection<${element.name}>`,
    array.is,
    (u, context) => {
      const edges = isObject(u) ? (getOwn(u, 'edges') ?? []) : u
      if (!isObject(u)) return array.validate(edges, context)
      return Array.isArray(edges) ? array.validate(connectionNodes(edges), context) : t.failure(u, context)
    },
    (elements) => ({ edges: elements.map((node) => ({ node: element.encode(node) })) }),
  )
  return withFields(list, { node: field('edges.node', element) })
}
