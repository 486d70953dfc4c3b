/** Whether a value is one that figures are taken of: a number and not `NaN`. */
export const isNumber = (value: unknown): value is number => typeof value === 'number' && !Number.isNaN(value)

/** The numbers among what is read from each of many. */
export const numbersIn = <R>(all: ReadonlyArray<R>, read: (one: R) => unknown): Float64Array => {
  const numbers = new Float64Array(all.length)
  let count = 0
  for (let place = 0; place < all.length; place += 1) {
    const value = read(all[place] as R)
    if (isNumber(value)) numbers[count++] = value
  }
  return numbers.subarray(0, count)
}

/** Neumaier's sum: what each addition rounds away is kept apart, so that the order hardly matters. */
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

/** More than any number of runs, and a power of two, by which nothing is rounded. */
const MANY = 2 ** 64

/** The sum of numbers divided by a count: not infinite where only the sum, or a part of it, is. */
export const sumOver = (numbers: Float64Array, count: number): number => {
  const sum = total(numbers, 1)
  return Number.isFinite(sum) ? sum / count : (total(numbers, 1 / MANY) / count) * MANY
}

/** A power of two by which numbers become so small, or so large, that their squares are neither infinite nor 0. */
const unitOf = (numbers: Float64Array): number => {
  let largest = 0
  for (const number of numbers) largest = Math.max(largest, Math.abs(number))
  return 2 ** Math.max(-1000, Math.min(1000, -Math.floor(Math.log2(largest))))
}

/**
 * The variance of numbers in two passes: the mean, then the squares of the distances to it, less what the mean's own
 * rounding adds to them. It is that of the numbers times `unit`.
 */
export const varianceOf = (
  numbers: Float64Array,
  of: 'population' | 'sample',
): { readonly variance: number; readonly unit: number } | undefined => {
  const count = of === 'population' ? numbers.length : numbers.length - 1
  if (count < 1) return undefined
  const unit = unitOf(numbers)
  const scaled = numbers.map((number) => number * unit)
  const mean = sumOver(scaled, scaled.length)
  const distances = scaled.map((number) => number - mean)
  const excess = total(distances, 1) ** 2 / scaled.length
  const squares = total(
    distances.map((distance) => distance * distance),
    1,
  )
  return { variance: Math.max(0, squares - excess) / count, unit }
}

/** The quantile of sorted numbers, by a straight line between the two that are next to it. */
export const quantileOf = (sorted: Float64Array, q: number): number | undefined => {
  if (sorted.length === 0 || !(q >= 0 && q <= 1)) return undefined
  const place = q * (sorted.length - 1)
  const share = place % 1
  const low = sorted[Math.floor(place)] as number
  const high = sorted[Math.ceil(place)] as number
  if (low === high) return low
  return Math.min(Math.max(low * (1 - share) + high * share, low), high)
}
