import { unionSteps } from '../../history/mergeSteps.ts'
import { assertOptions, assertWord } from '../../types/wire/argument.ts'
import { dual } from '../dual.ts'
import { lerp } from './joinSeries.ts'
import type { HistorySeries } from './series.ts'
import { stepIndices } from './slice.ts'

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
export const rangeStatistics = (values: Float64Array, start: number, end: number): Statistics => {
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
    mean = lerp(mean, value, 1 / count)
    if (value < min) min = value
    if (value > max) max = value
  }
  if (count === 0) mean = min = max = Number.NaN
  // The sum is more accurate than the running mean, but may overflow.
  else mean = Math.min(Math.max(Number.isFinite(sum) ? sum / count : mean, min), max)
  return { count, mean, min, max }
}

/**
 * The line and the band to compute for a group of series.
 *
 * @category Series
 * @since 0.1.0
 */
export interface GroupBandOptions {
  /**
   * The extent of the band: from the smallest value to the largest, one standard deviation or standard error to either
   * side of the line, or no band.
   */
  readonly range: 'minMax' | 'stddev' | 'stderr' | 'none'
  /** The aggregate that the line shows. */
  readonly aggregate: 'mean' | 'median' | 'min' | 'max'
}

/**
 * The line of a group of series, and the band around it.
 *
 * @category Series
 * @since 0.1.0
 */
export interface GroupBand {
  /** The steps that any of the series has, ascending. */
  readonly steps: Float64Array
  /** The line. */
  readonly center: Float64Array
  /** The lower edge of the band. */
  readonly lower: Float64Array
  /** The upper edge of the band. */
  readonly upper: Float64Array
  /** The number of series with a value at each step, without `NaN`. */
  readonly counts: Uint32Array
}

/** Returns the median; sorts the values in place. */
const medianOf = (values: Float64Array): number => {
  values.sort()
  return lerp(values[(values.length - 1) >> 1] as number, values[values.length >> 1] as number, 0.5)
}

/**
 * Computes the line and the band of a grouped chart, from all points of all series.
 *
 * Each series counts at its own steps with its own values: nothing is interpolated, and `NaN` is ignored. Where no
 * series has a number, the results are `NaN` and the count is 0.
 *
 * The standard deviation is the population one, divided by the count, as in W&B; the standard error is the standard
 * deviation divided by the square root of the count. Where a value is infinite, both are `NaN`, and so is the band.
 *
 * @param list - The series.
 * @param options - The aggregate of the line, and the extent of the band.
 * @returns The line and the band; without steps for no series.
 * @example
 * ```ts
 * import { groupBand } from 'wandb-run-ops/ops'
 *
 * const first = { steps: Float64Array.of(0, 10), values: Float64Array.of(1, 2) }
 * const second = { steps: Float64Array.of(0), values: Float64Array.of(5) }
 * const { center, lower, upper, counts } = groupBand([first, second], { range: 'stddev', aggregate: 'mean' })
 *
 * Array.from(center) // => [3, 2]
 * Array.from(lower) // => [1, 2]
 * Array.from(upper) // => [5, 2]
 * Array.from(counts) // => [2, 1]
 * ```
 * @category Series
 * @since 0.1.0
 */
export const groupBand: {
  (list: ReadonlyArray<HistorySeries>, options: GroupBandOptions): GroupBand
  (options: GroupBandOptions): (list: ReadonlyArray<HistorySeries>) => GroupBand
} = /* @__PURE__ */ dual((list: ReadonlyArray<HistorySeries>, options: GroupBandOptions): GroupBand => {
  assertOptions('The argument of groupBand', options, ['range', 'aggregate'])
  const { range, aggregate } = options
  assertWord('range of groupBand', range, ['minMax', 'stddev', 'stderr', 'none'])
  assertWord('aggregate of groupBand', aggregate, ['mean', 'median', 'min', 'max'])
  const steps = unionSteps(list.map((series) => series.steps))
  const rowsOfSeries = list.map((series) => stepIndices(steps, series.steps))
  const counts = new Uint32Array(steps.length)
  const eachNumber = (visit: (row: number, value: number) => void): void => {
    list.forEach(({ values }, index) => {
      const rows = rowsOfSeries[index] as Uint32Array
      for (let row = 0; row < rows.length; row += 1) {
        const value = values[row] as number
        if (!Number.isNaN(value)) visit(rows[row] as number, value)
      }
    })
  }
  eachNumber((row) => {
    counts[row] = (counts[row] as number) + 1
  })
  // Values are laid out step by step; `ends` is where the next value of each step goes.
  let total = 0
  const ends = new Float64Array(steps.length)
  counts.forEach((count, row) => {
    ends[row] = total
    total += count
  })
  const values = new Float64Array(total)
  eachNumber((row, value) => {
    const at = ends[row] as number
    values[at] = value
    ends[row] = at + 1
  })
  const center = new Float64Array(steps.length)
  const lower = new Float64Array(steps.length)
  const upper = new Float64Array(steps.length)
  for (let row = 0; row < steps.length; row += 1) {
    const end = ends[row] as number
    const start = end - (counts[row] as number)
    const statistics = rangeStatistics(values, start, end)
    const line = aggregate === 'median' ? medianOf(values.subarray(start, end)) : statistics[aggregate]
    let deviation = 0
    if (range === 'stddev' || range === 'stderr') {
      const squares = values.subarray(start, end).reduce((sum, value) => sum + (value - statistics.mean) ** 2, 0)
      deviation = Math.sqrt(squares / statistics.count / (range === 'stderr' ? statistics.count : 1))
    }
    center[row] = line
    lower[row] = range === 'minMax' ? statistics.min : line - deviation
    upper[row] = range === 'minMax' ? statistics.max : line + deviation
  }
  return Object.freeze({ steps, center, lower, upper, counts })
})
