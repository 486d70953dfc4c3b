import { blend } from './blend.ts'

interface Statistics {
  readonly count: number
  readonly mean: number
  readonly min: number
  readonly max: number
}

/**
 * Returns statistics of the numbers from `start`, inclusive, to `end`, exclusive. NaN is ignored; without numbers all
 * but the count are NaN.
 */
export const figuresOf = (values: Float64Array, start: number, end: number): Statistics => {
  let count = 0
  let sum = 0
  let mean = 0
  let min = Number.POSITIVE_INFINITY
  let max = -min
  for (let row = start; row < end; row += 1) {
    const value = values[row] as number
    if (Number.isNaN(value)) continue
    count += 1
    sum += value
    mean = blend(mean, value, 1 / count)
    if (value < min) min = value
    if (value > max) max = value
  }
  if (count === 0) mean = min = max = Number.NaN
  // The sum is more accurate than the running mean, but may overflow.
  else mean = Math.min(Math.max(Number.isFinite(sum) ? sum / count : mean, min), max)
  return { count, mean, min, max }
}
