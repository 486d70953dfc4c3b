import { and, everything, not, nothing, or } from '../../query/combine.ts'
import type { Filter } from '../../query/Filter.ts'

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

const isEverything = (filter: Filter): boolean => filter._tag === 'And' && filter.filters.length === 0

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
