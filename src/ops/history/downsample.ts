import { dual } from '../internal/dual.ts'
import { lttbRows } from './internal/lttbRows.ts'
import { minMaxRows } from './internal/minMaxRows.ts'
import { rowsIn } from './internal/rowsIn.ts'
import { seriesOf } from './internal/seriesOf.ts'
import type { StepRange } from './StepRange.ts'
import type { HistorySeries } from './series.ts'

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
  const { start, end } = rowsIn(series.steps, options)
  const length = end - start
  const part =
    length === series.steps.length
      ? series
      : seriesOf(series.steps.subarray(start, end), series.values.subarray(start, end))
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
  return seriesOf(take(steps), take(values))
})
