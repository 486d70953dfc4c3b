import { assertOptions, assertWord } from '../../types/wire/argument.ts'
import { dual } from '../dual.ts'
import { freezeSeries, type HistorySeries } from './series.ts'
import { rowRange, type StepRange } from './slice.ts'

/**
 * Chooses rows of the bucket from `start`, inclusive, to `end`, exclusive; `next` is the end of the following bucket.
 */
type Choose = (start: number, end: number, next: number) => ReadonlyArray<number>

/** Returns the first row, the rows chosen from each bucket between, and the last row. */
const rowsFromBuckets = (length: number, buckets: number, choose: Choose): ReadonlyArray<number> => {
  const rows = [0]
  const edge = (bucket: number): number => Math.min(length, 1 + Math.floor((bucket * (length - 2)) / buckets))
  for (let bucket = 0; bucket < buckets; bucket += 1)
    rows.push(...choose(edge(bucket), edge(bucket + 1), edge(bucket + 2)))
  rows.push(length - 1)
  return rows
}

/** Returns the first and the last row, and of each bucket the row with the largest triangle area (LTTB). */
const lttbRows = (steps: Float64Array, values: Float64Array, n: number): ReadonlyArray<number> => {
  let before = 0
  return rowsFromBuckets(values.length, n - 2, (start, end, next) => {
    let count = 0
    let meanStep = 0
    let mean = 0
    for (let row = end; row < next; row += 1) {
      if (!Number.isFinite(values[row])) continue
      count += 1
      meanStep += steps[row] as number
      mean += values[row] as number
    }
    const step = steps[before] as number
    const value = values[before] as number
    let chosen = -1
    let largest = 0
    for (let row = start; row < end; row += 1) {
      if (!Number.isFinite(values[row])) continue
      const area = Math.abs(
        (step - meanStep / count) * ((values[row] as number) - value) -
          (step - (steps[row] as number)) * (mean / count - value),
      )
      if (chosen >= 0 && !(area > largest)) continue
      chosen = row
      largest = area
    }
    before = chosen < 0 ? start : chosen
    return [before]
  })
}

/**
 * Returns the first and the last row, and those of the smallest and largest number in each of the buckets that `n`
 * rows allow.
 */
const minMaxRows = (values: Float64Array, n: number): ReadonlyArray<number> =>
  rowsFromBuckets(values.length, (n - 2) >> 1, (start, end) => {
    let low = -1
    let high = -1
    for (let row = start; row < end; row += 1) {
      const value = values[row] as number
      if (Number.isNaN(value)) continue
      if (low < 0 || value < (values[low] as number)) low = row
      if (high < 0 || value > (values[high] as number)) high = row
    }
    if (low === high) return [low < 0 ? start : low]
    return low < high ? [low, high] : [high, low]
  })

/**
 * How many points of a series to keep, by which method, and from which range of steps.
 *
 * `n` is the maximum number of points; `stride` is the distance between points kept, in points. Fractions are
 * rounded down.
 *
 * - `every` keeps evenly spaced points: `n` of them, or every `stride`-th and the last. A `stride` that is less
 *   than 1 or `NaN` counts as 1.
 * - `minMax` splits the points between the first and the last into buckets of equal size, half as many as there are
 *   points to keep between them, and keeps the smallest and the largest number of each; the first when there are
 *   several.
 * - `lttb` (Largest Triangle Three Buckets, from Steinarsson's thesis) uses as many buckets as there are points to
 *   keep between the first and the last, and keeps of each the point that makes the largest triangle with the
 *   previous point kept and the mean of the next bucket; the first when there are several.
 *
 * @category Series
 * @since 0.1.0
 */
export type DownsampleOptions = StepRange &
  (
    | { readonly method: 'every' | 'minMax' | 'lttb'; readonly n: number; readonly stride?: undefined }
    | { readonly method: 'every'; readonly stride: number; readonly n?: undefined }
  )

/**
 * Reduces a series to fewer points, deterministically and in ascending order; the points kept are unchanged.
 *
 * The range is applied first: it keeps points from `minStep` and before `maxStep`. Of these the first and the last
 * are always kept, even when they are `NaN`. An `n` of 2 keeps those two, 1 the first, and 0 or less, or `NaN`,
 * none; an `n` of at least the number of points keeps them all.
 *
 * `minMax` ignores `NaN`, and `lttb` ignores everything that is not finite: such a point is kept only when its
 * bucket contains nothing else, and then the first of them, so that gaps in a chart stay gaps.
 *
 * @param series - A series.
 * @param options - The method, the number of points, and the range of steps.
 * @returns A series of the points kept; the series itself when all are.
 * @example
 * ```ts
 * import { downsample } from 'wandb-run-ops/ops'
 *
 * const series = { steps: Float64Array.of(0, 1, 2, 3, 4, 5), values: Float64Array.of(5, 4, 9, 3, 1, 2) }
 *
 * Array.from(downsample(series, { method: 'minMax', n: 4 }).values) // => [5, 9, 1, 2]
 * Array.from(downsample(series, { method: 'every', stride: 2 }).steps) // => [0, 2, 4, 5]
 * Array.from(downsample(series, { method: 'lttb', n: 3, minStep: 1 }).steps) // => [1, 2, 5]
 * ```
 * @category Series
 * @since 0.1.0
 */
export const downsample: {
  (series: HistorySeries, options: DownsampleOptions): HistorySeries
  (options: DownsampleOptions): (series: HistorySeries) => HistorySeries
} = /* @__PURE__ */ dual((series: HistorySeries, options: DownsampleOptions): HistorySeries => {
  assertOptions('The argument of downsample', options, ['method', 'n', 'stride', 'minStep', 'maxStep'])
  assertWord('method of downsample', options.method, ['every', 'minMax', 'lttb'])
  const { start, end } = rowRange(series.steps, options)
  const length = end - start
  const part =
    length === series.steps.length
      ? series
      : freezeSeries(series.steps.subarray(start, end), series.values.subarray(start, end))
  const { steps, values } = part
  const { n, stride, method } = options
  const by = stride !== undefined && stride >= 1 ? Math.min(Math.floor(stride), length) || 1 : 1
  const limit = n === undefined ? Math.ceil((length - 1) / by) + 1 : n > 0 ? Math.floor(n) : 0
  if (limit >= length) return part
  const rows =
    method === 'minMax' && limit > 1
      ? minMaxRows(values, limit)
      : method === 'lttb' && limit > 1
        ? lttbRows(steps, values, limit)
        : Array.from({ length: limit }, (_, at) =>
            // A single point has no distance to the next.
            n === undefined ? Math.min(at * by, length - 1) : Math.round((at * (length - 1)) / (limit - 1)) || 0,
          )
  const take = (from: Float64Array): Float64Array => Float64Array.from(rows, (row) => from[row] as number)
  return freezeSeries(take(steps), take(values))
})
