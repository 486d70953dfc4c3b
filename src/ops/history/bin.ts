import { dual } from '../internal/dual.ts'
import { figuresOf } from './internal/figuresOf.ts'
import { positive } from './internal/positive.ts'
import { rowOf } from './internal/rowOf.ts'
import type { HistorySeries } from './series.ts'

/**
 * Into how many bins of one width a series is parted, or the width, in steps.
 *
 * @category Series
 * @since 0.1.0
 */
export type BinOptions =
  | { readonly count: number; readonly width?: undefined }
  | { readonly width: number; readonly count?: undefined }

/**
 * The figures of the numbers in a range of steps.
 *
 * @category Series
 * @since 0.1.0
 */
export interface SeriesBin {
  /** The first step of the range, whether or not a point has it. */
  readonly minStep: number
  /** The step behind the last of the range. */
  readonly maxStep: number
  /** How many numbers there are, without `NaN`. */
  readonly count: number
  /** Their mean. */
  readonly mean: number
  /** The least. */
  readonly min: number
  /** The greatest. */
  readonly max: number
}

/**
 * Gives the figures of a series by ranges of steps, ascending.
 *
 * With `width` every range begins at a multiple of it, so that those of different series are the same. With `count`
 * they go from the first step to the last, which is still in the last of them. Ranges without a number are left out, and
 * `NaN` is passed over; infinities count.
 *
 * A fraction of a `count` is rounded down, and what is less than 1, or `NaN`, counts as 1. A `width` that is not
 * positive and finite makes one bin.
 *
 * @param series - A series.
 * @param options - How many bins, or how wide they are.
 * @returns The bins that have a number; none for a series that has none.
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
  const bins: Array<SeriesBin> = []
  const given = positive(options.width, 0)
  const first = given > 0 ? 0 : (steps[0] as number)
  const last = steps[steps.length - 1] as number
  // More bins than this would be narrower than steps can be told apart.
  const count =
    given > 0 ? Number.POSITIVE_INFINITY : Math.floor(Math.min(Math.max(options.count ?? 1, 1), 2 ** 40)) || 1
  const width = given || (last - first) / count
  for (let start = 0, end = 0; start < steps.length; start = end) {
    const step = steps[start] as number
    const from = (bin: number): number => first + bin * width
    let index = Math.min(Math.floor((step - first) / width) || 0, count - 1)
    // The quotient may be rounded to the other side of a border.
    if (index < count - 1 && step >= from(index + 1)) index += 1
    if (step < from(index)) index -= 1
    const isLast = index === count - 1
    const maxStep = isLast ? last : from(index + 1)
    end = isLast ? steps.length : Math.max(start + 1, rowOf(steps, maxStep))
    const figures = figuresOf(values, start, end)
    if (figures.count > 0) bins.push(Object.freeze({ minStep: from(index), maxStep, ...figures }))
  }
  return Object.freeze(bins)
})
