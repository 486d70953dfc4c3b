import type { Aggregate } from '../../query/Aggregate.ts'

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
export const sumDividedBy = (numbers: Float64Array, count: number): number => {
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
export const quantileOfSorted = (sorted: Float64Array, q: number): number | undefined => {
  if (sorted.length === 0 || !(q >= 0 && q <= 1)) return undefined
  const position = q * (sorted.length - 1)
  const weight = position % 1
  const low = sorted[Math.floor(position)] as number
  const high = sorted[Math.ceil(position)] as number
  if (low === high) return low
  return Math.min(Math.max(low * (1 - weight) + high * weight, low), high)
}

/** Returns the variance of numbers, or its square root; `undefined` for too few. */
export const spreadOf = (
  numbers: Float64Array,
  { _tag, of }: Extract<Aggregate, { readonly _tag: 'Stddev' | 'Variance' }>,
): number | undefined => {
  const found = scaledVariance(numbers, of)
  if (found === undefined) return undefined
  const { variance, unit } = found
  return _tag === 'Variance' ? variance / unit / unit : Math.sqrt(variance) / unit
}
