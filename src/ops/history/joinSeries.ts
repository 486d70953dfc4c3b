import { setOwn } from '../../types/codec/setOwn.ts'
import { unionOf } from './internal/commonSteps.ts'
import { onto } from './internal/onto.ts'
import type { HistorySeries } from './series.ts'

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
  const steps = unionOf(entries.map(([, series]) => series.steps))
  const values: Record<string, Float64Array> = {}
  for (const [name, series] of entries) setOwn(values, name, onto(steps, series))
  return Object.freeze({ steps, values: Object.freeze(values) })
}
