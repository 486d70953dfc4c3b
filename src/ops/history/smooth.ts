import { lowerBound } from '../../history/mergeSteps.ts'
import { assertOptions, assertWord } from '../../types/wire/argument.ts'
import { dual } from '../dual.ts'
import { positiveOr } from './bin.ts'
import { lerp } from './joinSeries.ts'
import { freezeSeries, type HistorySeries } from './series.ts'

/**
 * The ways to smooth a series, which are those of W&B's line charts.
 *
 * - `exponential`: the mean of the values so far, in which each new value multiplies the weight of earlier ones by
 *   `weight`, corrected for the start (W&B's "EMA", same as TensorBoard's). 0 does not smooth. Less than 0 or `NaN`
 *   counts as 0; more than 1 counts as 1, which is the plain mean of the values so far.
 * - `timeWeighted`: the same, but the weight decays with the steps that pass (W&B's default, "Time weighted EMA"):
 *   by `√weight`, at most 0.999, to the power of `scale` times the passed fraction of `range`. `range` is the
 *   number of steps that a chart shows, by default from the first step of the series to its last; to smooth several
 *   series alike, give them the same `range`. `scale` is 1,000 by default; W&B does not document the value that its
 *   charts use. A `range` or `scale` that is not positive and finite counts as not given.
 * - `gaussian`: the mean of the surrounding values, weighted by a normal distribution over the steps with the
 *   standard deviation `stddev`, in steps, cut off at 3 of them. At the ends of the series the remaining weights
 *   are normalized. A `stddev` that is not positive does not smooth. The cost grows with the number of points
 *   within 3 `stddev`.
 * - `runningMean`: the plain mean of `window` points, half of them before and half after; for an even number, one
 *   more before than after. At the ends of the series, the mean of those that remain. Fractions are rounded down,
 *   and less than 1 or `NaN` counts as 1. The cost grows with the number of points in the window.
 *
 * @category Series
 * @since 0.1.0
 */
export type SmoothOptions =
  | { readonly type: 'exponential'; readonly weight: number }
  | {
      readonly type: 'timeWeighted'
      readonly weight: number
      readonly range?: number | undefined
      readonly scale?: number | undefined
    }
  | { readonly type: 'gaussian'; readonly stddev: number }
  | { readonly type: 'runningMean'; readonly window: number }

const clamped = (weight: number): number => Math.min(Math.max(weight, 0), 1) || 0

/** The debiased moving average: `decay` returns the fraction of a weight that remains after a number of steps. */
const movingAverage = ({ steps, values }: HistorySeries, decay: (steps: number) => number): Float64Array => {
  let last = steps[0] as number
  let weight = 0
  let mean = 0
  return values.map((value, row) => {
    if (!Number.isFinite(value)) return value
    const step = steps[row] as number
    weight = weight * decay(step - last) + 1
    last = step
    mean = lerp(mean, value, 1 / weight)
    return mean
  })
}

/** The weighted mean of the values from row `from`, inclusive, to row `to`, exclusive, around each row. */
const windowedMean = (
  { values }: HistorySeries,
  from: (row: number) => number,
  to: (row: number) => number,
  weigh: (row: number, other: number) => number,
): Float64Array =>
  values.map((value, row) => {
    if (!Number.isFinite(value)) return value
    let mean = 0
    let total = 0
    for (let at = Math.max(0, from(row)), end = Math.min(values.length, to(row)); at < end; at += 1) {
      const other = values[at] as number
      if (!Number.isFinite(other)) continue
      const weight = weigh(row, at)
      total += weight
      mean = lerp(mean, other, weight / total)
    }
    return mean
  })

const smoothed = (series: HistorySeries, options: SmoothOptions): Float64Array => {
  const { steps } = series
  const at = (row: number): number => steps[row] as number
  if (options.type === 'exponential') return movingAverage(series, () => clamped(options.weight))
  if (options.type === 'timeWeighted') {
    const range = positiveOr(options.range, positiveOr(at(steps.length - 1) - at(0), 1))
    const weight = Math.min(Math.sqrt(clamped(options.weight)), 0.999)
    return movingAverage(series, (elapsed) => weight ** ((elapsed / range) * positiveOr(options.scale, 1000)))
  }
  if (options.type === 'gaussian') {
    const stddev = options.stddev > 0 ? options.stddev : 0
    const rowAfter = (step: number): number => {
      const row = lowerBound(steps, step)
      return at(row) === step ? row + 1 : row
    }
    return windowedMean(
      series,
      (row) => lowerBound(steps, at(row) - 3 * stddev),
      (row) => rowAfter(at(row) + 3 * stddev),
      (row, other) => (row === other ? 1 : Math.exp(((at(other) - at(row)) / stddev) ** 2 / -2)),
    )
  }
  // A window of twice the length covers all points from any row; Infinity would not be a row.
  const size = options.window >= 1 ? Math.floor(Math.min(options.window, 2 * steps.length)) : 1
  const before = size >> 1
  return windowedMean(
    series,
    (row) => row - before,
    (row) => row - before + size,
    () => 1,
  )
}

/**
 * Smooths a series.
 *
 * Values that are not finite stay unchanged and do not affect the others.
 *
 * @param series - A series.
 * @param options - The method and how strongly it smooths.
 * @returns A series with the same steps.
 * @example
 * ```ts
 * import { smooth } from 'wandb-run-ops/ops'
 *
 * const series = { steps: Float64Array.of(0, 1, 2), values: Float64Array.of(1, 4, NaN) }
 *
 * Array.from(smooth(series, { type: 'exponential', weight: 0.5 }).values) // => [1, 3, NaN]
 * Array.from(smooth(series, { type: 'runningMean', window: 3 }).values) // => [2.5, 2.5, NaN]
 * ```
 * @category Series
 * @since 0.1.0
 */
export const smooth: {
  (series: HistorySeries, options: SmoothOptions): HistorySeries
  (options: SmoothOptions): (series: HistorySeries) => HistorySeries
} = /* @__PURE__ */ dual((series: HistorySeries, options: SmoothOptions): HistorySeries => {
  assertOptions('The argument of smooth', options, ['type', 'weight', 'range', 'scale', 'stddev', 'window'])
  assertWord('type of smooth', options.type, ['exponential', 'timeWeighted', 'gaussian', 'runningMean'])
  return freezeSeries(series.steps, smoothed(series, options))
})
