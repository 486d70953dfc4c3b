import type { Column } from '../../query/Column.ts'
import { and, everything, isEverything, not, nothing, or } from '../../query/combine.ts'
import type { Filter, Operand } from '../../query/Filter.ts'
import type { BinaryOperator } from '../syntax/Expression.ts'
import type { ColumnRead } from './columnOf.ts'

/**
 * Filters that bound the runs for which a part of a condition is `true`, and those for which it is `false`. For other runs
 * it is `null` or a list, which does not match.
 */
export interface Bounds {
  /** Matches every run for which the part is `true`. */
  readonly whenTrue: Filter<unknown>
  /** Matches every run for which the part is `false`. */
  readonly whenFalse: Filter<unknown>
  /** Whether neither matches any other run. */
  readonly isExact: boolean
  /** Whether the part is `true` or `false` for every run. */
  readonly isTotal: boolean
  /** The number of comparisons in both filters. */
  readonly size: number
}

/** Limits conditions that double in size at each step. */
const MAX_SIZE = 200

const both = (one: Filter<unknown>, other: Filter<unknown>): Filter<unknown> => and(one, other)

const either = (one: Filter<unknown>, other: Filter<unknown>): Filter<unknown> =>
  isEverything(one) || isEverything(other) ? everything : or(one, other)

const known = ({ isTotal, whenTrue, whenFalse }: Bounds): Filter<unknown> =>
  isTotal ? everything : either(whenTrue, whenFalse)

/** A part that is `true` for the runs that match a filter, and `false` for all others. */
export const exactBounds = (filter: Filter): Bounds => ({
  whenTrue: filter as Filter<unknown>,
  whenFalse: not(filter as Filter<unknown>),
  isExact: true,
  isTotal: true,
  size: 2,
})

/** A part that may be `true` only for runs that match one filter, and `false` only for runs that match another. */
export const looseBounds = (whenTrue: Filter, whenFalse: Filter = everything): Bounds => ({
  whenTrue: whenTrue as Filter<unknown>,
  whenFalse: whenFalse as Filter<unknown>,
  isExact: false,
  isTotal: false,
  size: 2,
})

/** A part that may be anything for any run. */
export const unknownBounds: Bounds = { ...looseBounds(everything), size: 0 }

export const negateBounds = (bounds: Bounds): Bounds => ({
  ...bounds,
  whenTrue: bounds.whenFalse,
  whenFalse: bounds.whenTrue,
})

/** The conjunction of two parts, which is `null` if either is. */
export const andBounds = (one: Bounds, other: Bounds): Bounds => {
  const size = 2 * (one.size + other.size)
  const isExact = one.isExact && other.isExact && size <= MAX_SIZE
  return {
    whenTrue: both(one.whenTrue, other.whenTrue),
    whenFalse:
      size > MAX_SIZE ? everything : either(both(one.whenFalse, known(other)), both(known(one), other.whenFalse)),
    isExact,
    isTotal: one.isTotal && other.isTotal,
    size: size > MAX_SIZE ? one.size + other.size : size,
  }
}

export const orBounds = (one: Bounds, other: Bounds): Bounds =>
  negateBounds(andBounds(negateBounds(one), negateBounds(other)))

/** A constant. */
export const constantBounds = (value: boolean): Bounds => ({ ...exactBounds(value ? everything : nothing), size: 0 })

/** A constant value. */
export interface Constant {
  readonly value: Date | boolean | null | number | string
}

/** The tag of the filter of an operator. */
const filterTags = { '<': 'Lt', '<=': 'Lte', '>': 'Gt', '>=': 'Gte' } as const

const allOf = (...filters: ReadonlyArray<Filter>): Filter => ({ _tag: 'And', filters })
const anyOf = (...filters: ReadonlyArray<Filter>): Filter => ({ _tag: 'Or', filters })

/** A filter that compares a column with a value. */
export const compared = (_tag: 'Eq' | 'Gt' | 'Gte' | 'Lt' | 'Lte', column: Column, value: Operand): Filter => ({
  _tag,
  column,
  value,
})

export const isNull = (column: Column): Filter => compared('Eq', column, null)

const iso = (milliseconds: number): string | undefined => {
  const date = new Date(milliseconds)
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString()
}

/** The server compares times below a millisecond, which records do not have. */
const timeBounds = ({ column, fallback }: ColumnRead, operator: BinaryOperator, time: Date): Bounds => {
  const from = iso(time.getTime())
  const to = iso(time.getTime() + 1)
  if (from === undefined || to === undefined) return unknownBounds
  const asked = (of: Column): Filter => {
    switch (operator) {
      case '<':
        return compared('Lt', of, from)
      case '<=':
        return compared('Lt', of, to)
      case '>':
        return compared('Gte', of, to)
      case '>=':
        return compared('Gte', of, from)
      default:
        return allOf(compared('Gte', of, from), compared('Lt', of, to))
    }
  }
  const filter = fallback === undefined ? asked(column) : anyOf(asked(column), allOf(isNull(column), asked(fallback)))
  return operator === '!=' ? negateBounds(exactBounds(filter)) : exactBounds(filter)
}

const slackBounds = (column: Column, operator: BinaryOperator, value: number, slack: number): Bounds => {
  const above = compared('Gt', column, value - slack)
  const below = compared('Lt', column, value + slack)
  switch (operator) {
    case '<':
    case '<=':
      return looseBounds(below, above)
    case '>':
    case '>=':
      return looseBounds(above, below)
    case '==':
      return looseBounds(allOf(above, below))
    default:
      return looseBounds(everything, allOf(above, below))
  }
}

/** An entry of config or summary may have any type: for a list, the condition is a list, and a filter matches elements. */
const anyBounds = (column: Column, operator: BinaryOperator, value: Operand, isMirrored: boolean): Bounds => {
  if (operator === '==') {
    const equal = compared('Eq', column, value)
    // With null on the left, a list is compared as a whole.
    return looseBounds(equal, value === null && isMirrored ? everything : not(equal as Filter<unknown>))
  }
  if (operator === '!=') return negateBounds(anyBounds(column, '==', value, isMirrored))
  if (typeof value !== 'number' && typeof value !== 'string') return unknownBounds
  const holds = compared(filterTags[operator as keyof typeof filterTags], column, value)
  // NaN is neither.
  return looseBounds(holds, allOf(not(holds as Filter<unknown>), not(isNull(column) as Filter<unknown>)))
}

/** The condition is `null` where the column is. */
export const unlessNull = (bounds: Bounds, column: Column): Bounds => ({
  ...bounds,
  whenFalse: allOf(bounds.whenFalse, not(isNull(column) as Filter<unknown>)) as Filter<unknown>,
  isTotal: false,
})

const fieldBounds = (
  { column, type, isNullable, absent }: ColumnRead,
  operator: BinaryOperator,
  value: Operand,
): Bounds => {
  if (operator === '!=')
    return negateBounds(fieldBounds({ column, type, isNullable, ...(absent !== undefined && { absent }) }, '==', value))
  if (value === null) return operator === '==' && isNullable ? exactBounds(isNull(column)) : unknownBounds
  if (typeof value !== type || value === absent) return unknownBounds
  if (operator === '==') return exactBounds(compared('Eq', column, value))
  if (absent !== undefined || type === 'boolean') return unknownBounds
  const bounds = exactBounds(compared(filterTags[operator as keyof typeof filterTags], column, value))
  return isNullable ? unlessNull(bounds, column) : bounds
}

/** Bounds a comparison of a column with a constant, which is on the left if `isMirrored`. */
export const comparisonBounds = (
  read: ColumnRead,
  operator: BinaryOperator,
  { value }: Constant,
  isMirrored: boolean,
): Bounds => {
  if (read.type === 'date') return value instanceof Date ? timeBounds(read, operator, value) : unknownBounds
  if (value instanceof Date) return unknownBounds
  if (read.type === 'any') return anyBounds(read.column, operator, value, isMirrored)
  if (read.slack !== undefined)
    return typeof value === 'number' ? slackBounds(read.column, operator, value, read.slack) : unknownBounds
  return fieldBounds(read, operator, value)
}
