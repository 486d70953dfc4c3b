import * as t from 'io-ts'

const isNumber = (u: unknown): u is number => typeof u === 'number' && Number.isFinite(u)

/**
 * A count, a size in bytes or a duration in seconds: the wire sends it as a number or as its digits.
 * It is finite; beyond 2^53 it is rounded to the nearest double.
 *
 * @category Codec blocks
 * @since 0.1.0
 */
export const Int64: t.Type<number, number, unknown> = new t.Type(
  'Int64',
  isNumber,
  (u, context) => {
    if (isNumber(u)) return t.success(u)
    const n = typeof u === 'string' && /^-?\d+(\.\d+)?$/.test(u) ? Number(u) : undefined
    return isNumber(n) ? t.success(n) : t.failure(u, context)
  },
  (n) => n,
)
