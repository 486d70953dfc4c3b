import { dual } from '../internal/dual.ts'
import { blend } from './internal/blend.ts'
import { unionOf } from './internal/commonSteps.ts'
import { figuresOf } from './internal/figuresOf.ts'
import { placesIn } from './internal/placesIn.ts'
import type { HistorySeries } from './series.ts'

/**
 * What to draw of a group of series.
 *
 * @category Series
 * @since 0.1.0
 */
export interface GroupBandOptions {
  /**
   * How far the band goes: from the least value to the greatest, by one standard deviation or standard error to either
   * side of the line, or nowhere.
   */
  readonly range: 'minMax' | 'stddev' | 'stderr' | 'none'
  /** What the line shows of the values. */
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
  /** Where the band begins. */
  readonly lower: Float64Array
  /** Where the band ends. */
  readonly upper: Float64Array
  /** How many series have a value at the step, without `NaN`. */
  readonly counts: Uint32Array
}

/** The mean of the two in the middle, which are one of an odd number. Sorts the part. */
const medianOf = (values: Float64Array): number => {
  values.sort()
  return blend(values[(values.length - 1) >> 1] as number, values[values.length >> 1] as number, 0.5)
}

/**
 * Gives the line and the band of a group of series, as a grouped chart draws them, from all series and all of their
 * points.
 *
 * A series counts at the steps that it has, with its own value: nothing is filled in, and `NaN` is passed over. Where no
 * series has a number, all is `NaN` and the count 0.
 *
 * The standard deviation is that of the population, divided by the count, as W&B's is; the standard error is the standard
 * deviation divided by the root of the count. Where a value is infinite, both are `NaN`, and so is the band.
 *
 * @param list - The series.
 * @param options - What the line shows, and how far the band goes.
 * @returns The line and the band; no steps where there are no series.
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
} = /* @__PURE__ */ dual((list: ReadonlyArray<HistorySeries>, { range, aggregate }: GroupBandOptions): GroupBand => {
  const steps = unionOf(list.map((series) => series.steps))
  const places = list.map((series) => placesIn(steps, series.steps))
  const counts = new Uint32Array(steps.length)
  const eachNumber = (visit: (place: number, value: number) => void): void => {
    list.forEach(({ values }, index) => {
      const placesOf = places[index] as Uint32Array
      for (let row = 0; row < placesOf.length; row += 1) {
        const value = values[row] as number
        if (!Number.isNaN(value)) visit(placesOf[row] as number, value)
      }
    })
  }
  eachNumber((place) => {
    counts[place] = (counts[place] as number) + 1
  })
  // The values of a step stand together; `ends` is where those of the next one are to be put.
  let total = 0
  const ends = new Float64Array(steps.length)
  counts.forEach((count, row) => {
    ends[row] = total
    total += count
  })
  const values = new Float64Array(total)
  eachNumber((place, value) => {
    const at = ends[place] as number
    values[at] = value
    ends[place] = at + 1
  })
  const center = new Float64Array(steps.length)
  const lower = new Float64Array(steps.length)
  const upper = new Float64Array(steps.length)
  for (let row = 0; row < steps.length; row += 1) {
    const end = ends[row] as number
    const start = end - (counts[row] as number)
    const figures = figuresOf(values, start, end)
    const line = aggregate === 'median' ? medianOf(values.subarray(start, end)) : figures[aggregate]
    let reach = 0
    if (range === 'stddev' || range === 'stderr') {
      const squares = values.subarray(start, end).reduce((sum, value) => sum + (value - figures.mean) ** 2, 0)
      reach = Math.sqrt(squares / figures.count / (range === 'stderr' ? figures.count : 1))
    }
    center[row] = line
    lower[row] = range === 'minMax' ? figures.min : line - reach
    upper[row] = range === 'minMax' ? figures.max : line + reach
  }
  return Object.freeze({ steps, center, lower, upper, counts })
})
