import { identity } from 'fp-ts/lib/function.js'
import type { Aggregate } from '../../../types/query/Aggregate.ts'
import { isTime } from '../../../types/query/isTime.ts'
import { isNumber, numbersIn, quantileOf, sumOver, varianceOf } from './numbers.ts'

/** The values of one column, and what several figures need of it, which is made when one first asks. */
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

/** The values of a column, read once a run; where only its numbers are asked for, the others are not kept. */
export const valuesOf = <R>(runs: ReadonlyArray<R>, read: (run: R) => unknown, isOfNumbers: boolean): Values => {
  const all = isOfNumbers ? EMPTY : runs.map((run) => read(run))
  const numbers = once(() => (isOfNumbers ? numbersIn(runs, read) : numbersIn(all, identity)))
  return { all, numbers, sorted: once(() => numbers().slice().sort()) }
}

const isThere = (value: unknown): boolean => value !== undefined && value !== null && !Number.isNaN(value)

/** The place of the first of the least numbers, or of the greatest; -1 where there is none. A moment is its time. */
export const extremePlace = (values: ReadonlyArray<unknown>, sign: 1 | -1, ofTimes = false): number => {
  let found = -1
  let best = Number.NaN
  for (let place = 0; place < values.length; place += 1) {
    const value = values[place]
    const number = ofTimes && value instanceof Date ? value.getTime() : value
    if (!isNumber(number) || (found >= 0 && sign * number >= sign * best)) continue
    found = place
    best = number
  }
  return found
}

/** Takes a figure of the values of its column; `of` is what `ArgMin` and `ArgMax` give, `count` the number of runs. */
export const figureOf = (aggregate: Aggregate, values: Values, of: Values, count: number): unknown => {
  const { all, numbers, sorted } = values
  switch (aggregate._tag) {
    case 'Count':
      return aggregate.column === undefined ? count : all.reduce<number>((sum, value) => sum + +isThere(value), 0)
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
      return all.find(isThere)
    case 'Last':
      return all.findLast(isThere)
  }
}
