import { unionSteps } from '../../history/mergeSteps.ts'
import { assertOptions, assertWord } from '../../types/wire/argument.ts'
import { setOwn } from '../../types/wire/own.ts'
import { dual } from '../dual.ts'
import { freezeSeries, type HistorySeries } from './series.ts'

/** Returns the steps that all lists have, ascending. */
const intersectSteps = ([first, ...others]: ReadonlyArray<Float64Array>): Float64Array =>
  others.reduce((common, steps) => {
    let row = 0
    return common.filter((step) => {
      while ((steps[row] as number) < step) row += 1
      return steps[row] === step
    })
  }, first ?? new Float64Array())

/** Adds a value with a share of the total weight to a mean; exact when both are equal, and without overflow. */
export const lerp = (mean: number, value: number, share: number): number => {
  if (share === 1) return value
  const distance = value - mean
  return Number.isFinite(distance) ? mean + distance * share : mean * (1 - share) + value * share
}

/** Returns the values of a series at other steps, filling gaps as `fill` says. */
const resample = (
  common: Float64Array,
  { steps, values }: HistorySeries,
  fill?: 'missing' | 'previous' | 'linear',
): Float64Array => {
  let next = 0
  return common.map((step) => {
    while ((steps[next] as number) <= step) next += 1
    const before = steps[next - 1] as number
    const value = values[next - 1] ?? Number.NaN
    if (before === step || fill === 'previous') return value
    if (fill !== 'linear') return Number.NaN
    // Before the first point and after the last, one of the two values is missing, which makes NaN.
    return lerp(value, values[next] as number, (step - before) / ((steps[next] as number) - before))
  })
}

/**
 * How to align series to common steps.
 *
 * @category Series
 * @since 0.1.0
 */
export interface AlignOptions {
  /** Keep the steps that any series has (`union`), or those that all of them have (`intersection`). */
  readonly how: 'union' | 'intersection'
  /**
   * The value of a series at a step that it does not have: `NaN` (`missing`, the default), the previous value
   * (`previous`), or a linear interpolation between the previous and the next value (`linear`).
   */
  readonly fill?: 'missing' | 'previous' | 'linear' | undefined
}

/**
 * Aligns several series to the same steps.
 *
 * A value that is `NaN` stays `NaN`, and is used to fill gaps like any other. Before the first value of a series
 * the result is always `NaN`, and after its last value also with `linear`; `previous` repeats the last value to the
 * end.
 *
 * @param list - The series.
 * @param options - Which steps to keep, and how to fill gaps.
 * @returns The series in the same order, sharing one array of steps; empty for no series.
 * @example
 * ```ts
 * import { alignSteps } from 'wandb-run-ops/ops'
 *
 * const first = { steps: Float64Array.of(0, 10), values: Float64Array.of(1, 3) }
 * const second = { steps: Float64Array.of(5, 10), values: Float64Array.of(7, 8) }
 *
 * alignSteps([first, second], { how: 'union' }).map(({ values }) => [...values]) // => [[1, NaN, 3], [NaN, 7, 8]]
 * alignSteps([first, second], { how: 'union', fill: 'linear' }).map(({ values }) => [...values]) // => [[1, 2, 3], [NaN, 7, 8]]
 * alignSteps([first, second], { how: 'intersection' }).map(({ values }) => [...values]) // => [[3], [8]]
 * ```
 * @category Series
 * @since 0.1.0
 */
export const alignSteps: {
  (list: ReadonlyArray<HistorySeries>, options: AlignOptions): ReadonlyArray<HistorySeries>
  (options: AlignOptions): (list: ReadonlyArray<HistorySeries>) => ReadonlyArray<HistorySeries>
} = /* @__PURE__ */ dual((list: ReadonlyArray<HistorySeries>, options: AlignOptions): ReadonlyArray<HistorySeries> => {
  assertOptions('The argument of alignSteps', options, ['how', 'fill'])
  const { how, fill } = options
  assertWord('how of alignSteps', how, ['union', 'intersection'])
  if (fill !== undefined) assertWord('fill of alignSteps', fill, ['missing', 'previous', 'linear'])
  const steps = (how === 'intersection' ? intersectSteps : unionSteps)(list.map((series) => series.steps))
  return Object.freeze(list.map((series) => freezeSeries(steps, resample(steps, series, fill))))
})

/**
 * Several named series over the same steps.
 *
 * @typeParam K - The names.
 * @category Series
 * @since 0.1.0
 */
export interface JoinedSeries<K extends string = string> {
  /** The steps that any of the series has, ascending. */
  readonly steps: Float64Array
  /** For each name, one number per step; `NaN` where the series has none. */
  readonly values: Readonly<Record<K, Float64Array>>
}

/**
 * Joins named series into columns over the steps that any of them has.
 *
 * @param named - The series by name. Any string is a valid name.
 * @returns The steps and, under the same names, the values; without steps for no series.
 * @example
 * ```ts
 * import { joinSeries } from 'wandb-run-ops/ops'
 *
 * const { steps, values } = joinSeries({
 *   train: { steps: Float64Array.of(0, 10), values: Float64Array.of(0.9, 0.5) },
 *   val: { steps: Float64Array.of(10), values: Float64Array.of(0.6) },
 * })
 *
 * Array.from(steps) // => [0, 10]
 * Array.from(values.val) // => [NaN, 0.6]
 * ```
 * @category Series
 * @since 0.1.0
 */
export const joinSeries = <K extends string>(named: Readonly<Record<K, HistorySeries>>): JoinedSeries<K> => {
  const entries = Object.entries<HistorySeries>(named)
  const steps = unionSteps(entries.map(([, series]) => series.steps))
  const values: Record<string, Float64Array> = {}
  for (const [name, series] of entries) setOwn(values, name, resample(steps, series))
  return Object.freeze({ steps, values: Object.freeze(values) })
}
