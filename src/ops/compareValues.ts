import type { Direction } from '../types/query/Direction.ts'

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
