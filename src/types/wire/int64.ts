import * as t from 'io-ts'

/** A finite number, or a string of digits, as a number; `undefined` for anything else. */
export const readInt64 = (u: unknown): number | undefined => {
  const n = typeof u === 'string' && /^-?\d+(\.\d+)?$/.test(u) ? Number(u) : u
  return typeof n === 'number' && Number.isFinite(n) ? n : undefined
}

const isNumber = (u: unknown): u is number => typeof u === 'number' && Number.isFinite(u)

/**
 * A count, a size in bytes or a duration in seconds, sent as a number or as a string of digits. It is finite; beyond
 * 2^53 it is rounded to the nearest double.
 *
 * @category Codec blocks
 * @since 0.1.0
 */
export const Int64: t.Type<number, number, unknown> = new t.Type(
  'Int64',
  isNumber,
  (u, context) => {
    const n = readInt64(u)
    return n === undefined ? t.failure(u, context) : t.success(n)
  },
  (n) => n,
)
