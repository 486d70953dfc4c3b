import { identity } from 'fp-ts/lib/function.js'
import type { Aggregate } from '../../../types/query/Aggregate.ts'
import { isTime } from '../../../types/query/isTime.ts'
import { isNumber, numbersIn, quantileOf, sumOver, varianceOf } from './numbers.ts'

/** The values of one column, with lazily computed views that several aggregates share. */
export interface Values {
  readonly all: ReadonlyArray<unknown>
  readonly numbers: () => Float64Array
  readonly sorted: () => Float64Array
}

const once = <A>(make: () => A): (() => A) => {
  let made: { readonly value: A } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

const EMPTY: ReadonlyArray<unknown> = Object.freeze([])

/** Reads a column once per run; when aggregates need only its numbers, other values are not stored. */
export const valuesOf = <R>(runs: ReadonlyArray<R>, read: (run: R) => unknown, numbersOnly: boolean): Values => {
  const all = numbersOnly ? EMPTY : runs.map((run) => read(run))
  const numbers = once(() => (numbersOnly ? numbersIn(runs, read) : numbersIn(all, identity)))
  return { all, numbers, sorted: once(() => numbers().slice().sort()) }
}

const hasValue = (value: unknown): boolean => value !== undefined && value !== null && !Number.isNaN(value)

/**
 * Returns the index of the first smallest number, or largest for sign -1; -1 when there is none. Dates compare by
 * time if `ofTimes`.
 */
export const extremePlace = (values: ReadonlyArray<unknown>, sign: 1 | -1, ofTimes = false): number => {
  let found = -1
  let best = Number.NaN
  for (let index = 0; index < values.length; index += 1) {
    const value = values[index]
    const number = ofTimes && value instanceof Date ? value.getTime() : value
    if (!isNumber(number) || (found >= 0 && sign * number >= sign * best)) continue
    found = index
    best = number
  }
  return found
}

/** Computes an aggregate; `of` holds the values that `ArgMin` and `ArgMax` return, `count` is the number of runs. */
export const figureOf = (aggregate: Aggregate, values: Values, of: Values, count: number): unknown => {
  const { all, numbers, sorted } = values
  switch (aggregate._tag) {
    case 'Count':
      return aggregate.column === undefined ? count : all.reduce<number>((sum, value) => sum + +hasValue(value), 0)
    case 'Sum':
      return sumOver(numbers(), 1)
    case 'Mean':
      return numbers().length === 0 ? undefined : sumOver(numbers(), numbers().length)
    case 'Median':
      return quantileOf(sorted(), 0.5)
    case 'Quantile':
      return quantileOf(sorted(), aggregate.q)
    case 'Variance':
    case 'Stddev': {
      const found = varianceOf(numbers(), aggregate.of)
      if (found === undefined) return undefined
      const { variance, unit } = found
      return aggregate._tag === 'Variance' ? variance / unit / unit : Math.sqrt(variance) / unit
    }
    case 'Min':
    case 'Max':
      return all[extremePlace(all, aggregate._tag === 'Min' ? 1 : -1, isTime(aggregate.column))]
    case 'ArgMin':
    case 'ArgMax':
      return of.all[extremePlace(all, aggregate._tag === 'ArgMin' ? 1 : -1)]
    case 'First':
      return all.find(hasValue)
    case 'Last':
      return all.findLast(hasValue)
  }
}
