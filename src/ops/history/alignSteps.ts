import { dual } from '../internal/dual.ts'
import { intersectionOf, unionOf } from './internal/commonSteps.ts'
import { onto } from './internal/onto.ts'
import { seriesOf } from './internal/seriesOf.ts'
import type { HistorySeries } from './series.ts'

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
} = /* @__PURE__ */ dual(
  (list: ReadonlyArray<HistorySeries>, { how, fill }: AlignOptions): ReadonlyArray<HistorySeries> => {
    const steps = (how === 'intersection' ? intersectionOf : unionOf)(list.map((series) => series.steps))
    return Object.freeze(list.map((series) => seriesOf(steps, onto(steps, series, fill))))
  },
)
