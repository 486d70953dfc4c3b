import * as E from 'fp-ts/lib/Either.js'
import * as t from 'io-ts'

/**
 * An array, frozen. `null` and nothing at all are the empty array.
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
      const decoded = u === null || u === undefined ? t.success([]) : array.validate(u, context)
      return E.isLeft(decoded) ? decoded : t.success(Object.freeze(decoded.right.slice()))
    },
    (elements) => elements.map(element.encode),
  )
}
