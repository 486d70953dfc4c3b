import { and, everything, not, nothing, or } from '../../../ops/query/combine.ts'
import type { Filter } from '../../../types/query/Filter.ts'

/**
 * What is known of the runs for which a part of a condition is `true`, and of those for which it is `false`. For others it
 * is `null` or a list, and those no filter keeps.
 */
export interface Bounds {
  /** Holds for every run for which the part is `true`. */
  readonly whenTrue: Filter<unknown>
  /** Holds for every run for which the part is `false`. */
  readonly whenFalse: Filter<unknown>
  /** Whether both hold for no other run. */
  readonly isExact: boolean
  /** Whether the part is one of the two for every run. */
  readonly isTotal: boolean
  /** How many questions both ask together. */
  readonly size: number
}

/** Conditions that nobody writes, but which double in every step. */
const LARGEST = 200

const isEverything = (filter: Filter): boolean => filter._tag === 'And' && filter.filters.length === 0

/** All of two filters, as simply as it can be said. */
const both = (one: Filter<unknown>, other: Filter<unknown>): Filter<unknown> => and(one, other)

const either = (one: Filter<unknown>, other: Filter<unknown>): Filter<unknown> =>
  isEverything(one) || isEverything(other) ? everything : or(one, other)

const known = ({ isTotal, whenTrue, whenFalse }: Bounds): Filter<unknown> =>
  isTotal ? everything : either(whenTrue, whenFalse)

/** A part that is `true` for the runs of a filter and `false` for all others. */
export const exactly = (filter: Filter): Bounds => ({
  whenTrue: filter as Filter<unknown>,
  whenFalse: not(filter as Filter<unknown>),
  isExact: true,
  isTotal: true,
  size: 2,
})

/** A part of which no more is known than that it may be `true` for the runs of one filter, and `false` for those of another. */
export const atMost = (whenTrue: Filter, whenFalse: Filter = everything): Bounds => ({
  whenTrue: whenTrue as Filter<unknown>,
  whenFalse: whenFalse as Filter<unknown>,
  isExact: false,
  isTotal: false,
  size: 2,
})

/** A part that may be anything for any run. */
export const unknown: Bounds = { ...atMost(everything), size: 0 }

export const opposite = (bounds: Bounds): Bounds => ({
  ...bounds,
  whenTrue: bounds.whenFalse,
  whenFalse: bounds.whenTrue,
})

/** Both of two parts: `null` where one of them is, whatever the other. */
export const conjunction = (one: Bounds, other: Bounds): Bounds => {
  const size = 2 * (one.size + other.size)
  const isExact = one.isExact && other.isExact && size <= LARGEST
  return {
    whenTrue: both(one.whenTrue, other.whenTrue),
    whenFalse:
      size > LARGEST ? everything : either(both(one.whenFalse, known(other)), both(known(one), other.whenFalse)),
    isExact,
    isTotal: one.isTotal && other.isTotal,
    size: size > LARGEST ? one.size + other.size : size,
  }
}

export const disjunction = (one: Bounds, other: Bounds): Bounds => opposite(conjunction(opposite(one), opposite(other)))

/** A constant. */
export const always = (value: boolean): Bounds => ({ ...exactly(value ? everything : nothing), size: 0 })
