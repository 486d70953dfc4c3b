import { identity } from 'fp-ts/lib/function.js'
import type { Aggregate } from '../../query/Aggregate.ts'
import { isTime } from '../../query/Column.ts'

/** Whether a value counts in aggregates: a number other than `NaN`. */
export const isNumber = (value: unknown): value is number => typeof value === 'number' && !Number.isNaN(value)

/** Collects the numbers among the values read from items. */
export const collectNumbers = <R>(all: ReadonlyArray<R>, read: (one: R) => unknown): Float64Array => {
  const numbers = new Float64Array(all.length)
  let count = 0
  for (let index = 0; index < all.length; index += 1) {
    const value = read(all[index] as R)
    if (isNumber(value)) numbers[count++] = value
  }
  return numbers.subarray(0, count)
}

/** Neumaier's compensated sum, so that the order of the numbers hardly matters. */
const total = (numbers: Float64Array, factor: number): number => {
  let sum = 0
  let rest = 0
  for (const number of numbers) {
    const term = number * factor
    const next = sum + term
    rest += Math.abs(sum) >= Math.abs(term) ? sum - next + term : term - next + sum
    sum = next
  }
  return Number.isNaN(rest) ? sum : sum + rest
}

/** A power of two, so that scaling by it is exact, and larger than any count. */
const SCALE = 2 ** 64

/** Returns the sum divided by a count: finite when the quotient is, even if the sum overflows. */
const sumDividedBy = (numbers: Float64Array, count: number): number => {
  const sum = total(numbers, 1)
  return Number.isFinite(sum) ? sum / count : (total(numbers, 1 / SCALE) / count) * SCALE
}

/** Returns a power of two that scales numbers so that their squares neither overflow nor underflow. */
const unitOf = (numbers: Float64Array): number => {
  let largest = 0
  for (const number of numbers) largest = Math.max(largest, Math.abs(number))
  return 2 ** Math.max(-1000, Math.min(1000, -Math.floor(Math.log2(largest))))
}

/**
 * Returns the variance of the numbers scaled by `unit`, in two passes: the mean, then the squared deviations,
 * corrected for the rounding error of the mean.
 */
const scaledVariance = (
  numbers: Float64Array,
  of: 'population' | 'sample',
): { readonly variance: number; readonly unit: number } | undefined => {
  const count = of === 'population' ? numbers.length : numbers.length - 1
  if (count < 1) return undefined
  const unit = unitOf(numbers)
  const scaled = numbers.map((number) => number * unit)
  const mean = sumDividedBy(scaled, scaled.length)
  const distances = scaled.map((number) => number - mean)
  const excess = total(distances, 1) ** 2 / scaled.length
  const squares = total(
    distances.map((distance) => distance * distance),
    1,
  )
  return { variance: Math.max(0, squares - excess) / count, unit }
}

/** Returns a quantile of sorted numbers, interpolating linearly between the two nearest. */
const quantileOfSorted = (sorted: Float64Array, q: number): number | undefined => {
  if (sorted.length === 0 || !(q >= 0 && q <= 1)) return undefined
  const position = q * (sorted.length - 1)
  const weight = position % 1
  const low = sorted[Math.floor(position)] as number
  const high = sorted[Math.ceil(position)] as number
  if (low === high) return low
  return Math.min(Math.max(low * (1 - weight) + high * weight, low), high)
}

/** Returns the rank of each number, from 1; equal numbers share their mean rank. */
export const averageRanks = (numbers: Float64Array): Float64Array => {
  const sorted = numbers.slice().sort()
  // Each shared rank is stored at the index of the first of its equal numbers.
  const ranks = new Float64Array(sorted.length)
  for (let start = 0, end = 0; start < sorted.length; start = end) {
    while (end < sorted.length && sorted[end] === sorted[start]) end += 1
    ranks[start] = (start + 1 + end) / 2
  }
  return numbers.map((number) => {
    let [low, high] = [0, sorted.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((sorted[middle] as number) < number) low = middle + 1
      else high = middle
    }
    return ranks[low] as number
  })
}

/**
 * Returns the Pearson correlation of two lists of ranks, which is Spearman's correlation of the ranked values;
 * `undefined` when one side is constant.
 */
export const rankCorrelation = (first: Float64Array, second: Float64Array): number | undefined => {
  const mean = (first.length + 1) / 2
  let [products, firstSquares, secondSquares] = [0, 0, 0]
  for (let index = 0; index < first.length; index += 1) {
    const x = (first[index] as number) - mean
    const y = (second[index] as number) - mean
    products += x * y
    firstSquares += x * x
    secondSquares += y * y
  }
  return firstSquares === 0 || secondSquares === 0
    ? undefined
    : Math.max(-1, Math.min(1, products / Math.sqrt(firstSquares * secondSquares)))
}

/** The values of one column, with lazily computed views that several aggregates share. */
export interface ColumnValues {
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
export const readValues = <R>(
  runs: ReadonlyArray<R>,
  read: (run: R) => unknown,
  numbersOnly: boolean,
): ColumnValues => {
  const all = numbersOnly ? EMPTY : runs.map((run) => read(run))
  const numbers = once(() => (numbersOnly ? collectNumbers(runs, read) : collectNumbers(all, identity)))
  return { all, numbers, sorted: once(() => numbers().slice().sort()) }
}

const hasValue = (value: unknown): boolean => value !== undefined && value !== null && !Number.isNaN(value)

/**
 * Returns the index of the first smallest number, or largest for sign -1; -1 when there is none. Dates compare by
 * time if `ofTimes`.
 */
export const extremeIndex = (values: ReadonlyArray<unknown>, sign: 1 | -1, ofTimes = false): number => {
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
export const computeAggregate = (
  aggregate: Aggregate,
  values: ColumnValues,
  of: ColumnValues,
  count: number,
): unknown => {
  const { all, numbers, sorted } = values
  switch (aggregate._tag) {
    case 'Count':
      return aggregate.column === undefined ? count : all.reduce<number>((sum, value) => sum + +hasValue(value), 0)
    case 'Sum':
      return sumDividedBy(numbers(), 1)
    case 'Mean':
      return numbers().length === 0 ? undefined : sumDividedBy(numbers(), numbers().length)
    case 'Median':
      return quantileOfSorted(sorted(), 0.5)
    case 'Quantile':
      return quantileOfSorted(sorted(), aggregate.q)
    case 'Variance':
    case 'Stddev': {
      const found = scaledVariance(numbers(), aggregate.of)
      if (found === undefined) return undefined
      const { variance, unit } = found
      return aggregate._tag === 'Variance' ? variance / unit / unit : Math.sqrt(variance) / unit
    }
    case 'Min':
    case 'Max':
      return all[extremeIndex(all, aggregate._tag === 'Min' ? 1 : -1, isTime(aggregate.column))]
    case 'ArgMin':
    case 'ArgMax':
      return of.all[extremeIndex(all, aggregate._tag === 'ArgMin' ? 1 : -1)]
    case 'First':
      return all.find(hasValue)
    case 'Last':
      return all.findLast(hasValue)
  }
}
