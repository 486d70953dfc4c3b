import { dual } from '../internal/dual.ts'
import { lttbRows } from './internal/lttbRows.ts'
import { minMaxRows } from './internal/minMaxRows.ts'
import { rowsIn } from './internal/rowsIn.ts'
import { seriesOf } from './internal/seriesOf.ts'
import type { StepRange } from './StepRange.ts'
import type { HistorySeries } from './series.ts'

/**
 * Which points of a series to keep, and from which range of steps.
 *
 * `n` is the greatest number of points, `stride` the distance of those kept, in points. A fraction is rounded down.
 *
 * - `every` keeps points that are evenly far apart: `n` of them, or each `stride`-th and the last. A `stride` of less
 *   than 1, or `NaN`, counts as 1.
 * - `minMax` parts the points between the ends into buckets of as many points, half as many buckets as points are to be
 *   kept there, and keeps the least and the greatest number of each; the first of several.
 * - `lttb` (Largest Triangle Three Buckets, of Steinarsson's thesis) has as many buckets as points are to be kept between
 *   the ends, and keeps of each the point that makes the largest triangle with the point kept before it and the mean of
 *   the next bucket; the first of several.
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
 * Gives some points of a series, always the same of the same series, ascending, each as it was.
 *
 * The range is cut first; it leaves points from `minStep` on and before `maxStep`. Of these the first and the last are
 * always kept, also where they are `NaN`. An `n` of 2 keeps these two, of 1 the first, of 0 or less, or `NaN`, none; and
 * one that is not less than the number of points gives them all.
 *
 * `minMax` passes over `NaN`, `lttb` over whatever is not finite: such a point is kept only where its bucket has nothing
 * else, and then the first of them, so that a gap in a chart stays a gap.
 *
 * @param series - A series.
 * @param options - The method, how many points, and from which range of steps.
 * @returns A series of some of the points; the series itself where none is left out.
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
  const { start, end } = rowsIn(series.steps, options)
  const length = end - start
  const part =
    length === series.steps.length
      ? series
      : seriesOf(series.steps.subarray(start, end), series.values.subarray(start, end))
  const { steps, values } = part
  const { n, stride, method } = options
  const by = stride !== undefined && stride >= 1 ? Math.min(Math.floor(stride), length) || 1 : 1
  const most = n === undefined ? Math.ceil((length - 1) / by) + 1 : n > 0 ? Math.floor(n) : 0
  if (most >= length) return part
  const rows =
    method === 'minMax' && most > 1
      ? minMaxRows(values, most)
      : method === 'lttb' && most > 1
        ? lttbRows(steps, values, most)
        : Array.from({ length: most }, (_, at) =>
            // Of one point there is no distance to the next.
            n === undefined ? Math.min(at * by, length - 1) : Math.round((at * (length - 1)) / (most - 1)) || 0,
          )
  const take = (from: Float64Array): Float64Array => Float64Array.from(rows, (row) => from[row] as number)
  return seriesOf(take(steps), take(values))
})
