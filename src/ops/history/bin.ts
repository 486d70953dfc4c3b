import { lowerBound } from '../../history/mergeSteps.ts'
import { assertOptions } from '../../types/wire/argument.ts'
import { dual } from '../dual.ts'
import { rangeStatistics } from './groupBand.ts'
import type { HistorySeries } from './series.ts'

/** Returns the number if it is positive and finite, otherwise the fallback. */
export const positiveOr = (value: number | undefined, fallback: number): number =>
  value !== undefined && value > 0 && value < Number.POSITIVE_INFINITY ? value : fallback

/**
 * The number of equally wide bins, or their width in steps.
 *
 * @category Series
 * @since 0.1.0
 */
export type BinOptions =
  | { readonly count: number; readonly width?: undefined }
  | { readonly width: number; readonly count?: undefined }

/**
 * Statistics of the numbers in a range of steps.
 *
 * @category Series
 * @since 0.1.0
 */
export interface SeriesBin {
  /** The start of the range, inclusive, whether or not there is a point at it. */
  readonly minStep: number
  /** The end of the range, exclusive. */
  readonly maxStep: number
  /** The number of values, without `NaN`. */
  readonly count: number
  /** The mean. */
  readonly mean: number
  /** The smallest number. */
  readonly min: number
  /** The largest number. */
  readonly max: number
}

/**
 * Splits a series into ranges of steps and returns statistics of each, ascending.
 *
 * With `width`, every range starts at a multiple of it, so the ranges of different series match. With `count`, the
 * ranges span the first step to the last, and the last range includes the last step. Ranges without a number are
 * left out, and `NaN` is ignored; infinities count.
 *
 * A fractional `count` is rounded down, and one that is less than 1 or `NaN` counts as 1. A `width` that is not
 * positive and finite makes one bin.
 *
 * @param series - A series.
 * @param options - The number of bins, or their width.
 * @returns The non-empty bins; none for a series without numbers.
 * @example
 * ```ts
 * import { bin } from 'wandb-run-ops/ops'
 *
 * const series = { steps: Float64Array.of(1, 2, 35), values: Float64Array.of(4, 6, 1) }
 *
 * bin(series, { width: 10 })[0] // => { minStep: 0, maxStep: 10, count: 2, mean: 5, min: 4, max: 6 }
 * bin(series, { width: 10 }).map(({ minStep }) => minStep) // => [0, 30]
 * ```
 * @category Series
 * @since 0.1.0
 */
export const bin: {
  (series: HistorySeries, options: BinOptions): ReadonlyArray<SeriesBin>
  (options: BinOptions): (series: HistorySeries) => ReadonlyArray<SeriesBin>
} = /* @__PURE__ */ dual(({ steps, values }: HistorySeries, options: BinOptions): ReadonlyArray<SeriesBin> => {
  assertOptions('The argument of bin', options, ['count', 'width'])
  const bins: Array<SeriesBin> = []
  const given = positiveOr(options.width, 0)
  const first = given > 0 ? 0 : (steps[0] as number)
  const last = steps[steps.length - 1] as number
  // More bins would be narrower than the precision of steps.
  const count =
    given > 0 ? Number.POSITIVE_INFINITY : Math.floor(Math.min(Math.max(options.count ?? 1, 1), 2 ** 40)) || 1
  const width = given || (last - first) / count
  for (let start = 0, end = 0; start < steps.length; start = end) {
    const step = steps[start] as number
    const from = (bin: number): number => first + bin * width
    let index = Math.min(Math.floor((step - first) / width) || 0, count - 1)
    // Rounding may put the quotient on the wrong side of a boundary.
    if (index < count - 1 && step >= from(index + 1)) index += 1
    if (step < from(index)) index -= 1
    const isLast = index === count - 1
    const maxStep = isLast ? last : from(index + 1)
    end = isLast ? steps.length : Math.max(start + 1, lowerBound(steps, maxStep))
    const statistics = rangeStatistics(values, start, end)
    if (statistics.count > 0) bins.push(Object.freeze({ minStep: from(index), maxStep, ...statistics }))
  }
  return Object.freeze(bins)
})
