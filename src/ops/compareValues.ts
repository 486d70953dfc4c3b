import type { Ord } from 'fp-ts/lib/Ord.js'
import type { Direction } from '../query/Order.ts'
import { assertWord } from '../types/wire/argument.ts'
import { isObject } from '../types/wire/own.ts'

/** The rank of `null`, `NaN` and other missing values, which sort last in either direction. */
const MISSING = 5

const rankOf = (value: unknown): number => {
  if (value === undefined || value === null) return MISSING
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? MISSING : 1
  switch (typeof value) {
    case 'number':
      return Number.isNaN(value) ? MISSING : 0
    case 'bigint':
      return 0
    case 'string':
      return 2
    case 'boolean':
      return 3
    default:
      return 4
  }
}

const compareSame = (first: unknown, second: unknown, rank: number): -1 | 0 | 1 => {
  if (rank >= 4) return 0
  const a = first as number
  const b = second as number
  return a < b ? -1 : a > b ? 1 : 0
}

/**
 * Compares any two values: numbers, dates by time, strings by UTF-16 code units, `false` before `true`, and then
 * everything without an order, as ties. Missing values (`undefined`, `null`, `NaN`, invalid dates) come last, as
 * ties, in both directions.
 *
 * @internal
 */
export const compareValues = (first: unknown, second: unknown, direction: Direction): -1 | 0 | 1 => {
  const a = rankOf(first)
  const b = rankOf(second)
  if (a === MISSING || b === MISSING) return a === b ? 0 : a === MISSING ? 1 : -1
  const ascending = a === b ? compareSame(first, second, a) : a < b ? -1 : 1
  return direction === 'asc' || ascending === 0 ? ascending : ascending === 1 ? -1 : 1
}

/** Throws a `TypeError` for what is no direction, which would otherwise be taken for one of the two. */
export const assertDirection = (direction: unknown): void => {
  assertWord('The direction of an order', direction, ['asc', 'desc'])
}

/** Orders records by a value read from them. */
export const ordBy = <R>(read: (record: R) => unknown, direction: Direction = 'asc'): Ord<R> => {
  assertDirection(direction)
  const compare = (first: R, second: R): -1 | 0 | 1 => compareValues(read(first), read(second), direction)
  return { equals: (first, second) => compare(first, second) === 0, compare }
}

/**
 * Whether two values are deeply equal: dates by time, lists and dicts by content, dict keys in any order. `NaN`
 * equals `NaN`, and a missing item of a list or dict equals `null`. `visit` is told the number of parts of each list or
 * dict before they are compared, and may throw.
 *
 * @internal
 */
export const deepEqual = (one: unknown, other: unknown, visit: (parts: number) => void = () => {}): boolean => {
  if (one === other) return true
  if (typeof one === 'number' || typeof other === 'number') return Number.isNaN(one) && Number.isNaN(other)
  if (one instanceof Date || other instanceof Date)
    return one instanceof Date && other instanceof Date && one.getTime() === other.getTime()
  const isSame = (part: unknown, match: unknown): boolean => deepEqual(part ?? null, match ?? null, visit)
  if (Array.isArray(one) && Array.isArray(other)) {
    visit(one.length)
    return one.length === other.length && one.every((item, index) => isSame(item, other[index]))
  }
  if (!isObject(one) || !isObject(other)) return false
  const keys = Object.keys(one)
  visit(keys.length)
  return (
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSame(one[key], other[key]))
  )
}
