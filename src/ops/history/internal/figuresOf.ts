import { blend } from './blend.ts'

interface Figures {
  readonly count: number
  readonly mean: number
  readonly min: number
  readonly max: number
}

/** The figures of the numbers from `start` on and before `end`. NaN is passed over; where nothing is left, all but the count are NaN. */
export const figuresOf = (values: Float64Array, start: number, end: number): Figures => {
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
  // The sum has the smaller error, but that of large numbers may be too large where their mean is not.
  else mean = Math.min(Math.max(Number.isFinite(sum) ? sum / count : mean, min), max)
  return { count, mean, min, max }
}
