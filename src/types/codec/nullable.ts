import * as t from 'io-ts'

const absent = t.success(undefined)

/**
 * Decodes `null` and an absent value to `undefined`.
 *
 * @category Codec blocks
 * @since 0.1.0
 */
export const nullable = <A>(codec: t.Type<A, unknown>): t.Type<A | undefined, unknown> =>
  new t.Type(
    `${codec.name} | null`,
    (u): u is A | undefined => u === undefined || codec.is(u),
    (u, context) => (u === null || u === undefined ? absent : codec.validate(u, context)),
    (a) => (a === undefined ? null : codec.encode(a)),
  )
