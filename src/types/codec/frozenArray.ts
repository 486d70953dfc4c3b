import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'

const nothing: ReadonlyArray<never> = Object.freeze([])

/**
 * A frozen array. `null` and an absent value decode to the empty array.
 *
 * @category Codec blocks
 * @since 0.1.0
 */
export const frozenArray = <A>(element: t.Type<A, unknown>): t.Type<ReadonlyArray<A>, unknown> => {
  const array = t.array(element)
  return new t.Type(
    `Array<${element.name}>`,
    (u): u is ReadonlyArray<A> => array.is(u),
    (u, context) => {
      if (u === null || u === undefined) return t.success(nothing)
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
}
