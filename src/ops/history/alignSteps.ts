import { dual } from '../internal/dual.ts'
import { intersectionOf, unionOf } from './internal/commonSteps.ts'
import { onto } from './internal/onto.ts'
import { seriesOf } from './internal/seriesOf.ts'
import type { HistorySeries } from './series.ts'

/**
 * How series come to have the same steps.
 *
 * @category Series
 * @since 0.1.0
 */
export interface AlignOptions {
  /** The steps that any of the series has, or those that all of them have. */
  readonly how: 'union' | 'intersection'
  /**
   * What a series has at a step that was not its own: `NaN` (`missing`, the default), the value of the step before
   * (`previous`), or what is on the line between the values before and behind (`linear`).
   */
  readonly fill?: 'missing' | 'previous' | 'linear' | undefined
}

/**
 * Gives several series the same steps.
 *
 * A value that is `NaN` stays `NaN`, and is filled with like any other. Before the first value of a series there is `NaN`
 * whatever the filling, and behind its last one with `linear`; `previous` goes on with the last value to the end.
 *
 * @param list - The series.
 * @param options - Which steps, and what to fill gaps with.
 * @returns As many series, in their order, which share their steps; none for none.
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
