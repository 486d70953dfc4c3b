import { dual } from '../internal/dual.ts'
import { blend } from './internal/blend.ts'
import { seriesOf } from './internal/seriesOf.ts'
import type { HistorySeries } from './series.ts'

/**
 * Returns a running aggregate of a series: at each step the sum, minimum, maximum, mean or count of all numbers up
 * to it.
 *
 * `NaN` is ignored: the aggregate keeps its previous value there. Before the first number the sum and the count are
 * 0, the others `NaN`. Infinities count.
 *
 * @param series - A series.
 * @param how - The aggregate.
 * @returns A series with the same steps.
 * @example
 * ```ts
 * import { cumulative } from 'wandb-run-ops/ops'
 *
 * const series = { steps: Float64Array.of(0, 1, 2), values: Float64Array.of(0.9, 0.5, 0.7) }
 *
 * Array.from(cumulative(series, 'min').values) // => [0.9, 0.5, 0.5]
 * ```
 * @category Series
 * @since 0.1.0
 */
export const cumulative: {
  (series: HistorySeries, how: 'sum' | 'min' | 'max' | 'mean' | 'count'): HistorySeries
  (how: 'sum' | 'min' | 'max' | 'mean' | 'count'): (series: HistorySeries) => HistorySeries
} = /* @__PURE__ */ dual((series: HistorySeries, how: 'sum' | 'min' | 'max' | 'mean' | 'count'): HistorySeries => {
  let count = 0
  let current = how === 'sum' || how === 'count' ? 0 : Number.NaN
  const next = (value: number): number => {
    if (how === 'sum') return current + value
    if (how === 'count') return count
    if (how === 'mean') return blend(current, value, 1 / count)
    return count === 1 || (how === 'min' ? value < current : value > current) ? value : current
  }
  const values = series.values.map((value) => {
    if (!Number.isNaN(value)) {
      count += 1
      current = next(value)
    }
    return current
  })
  return seriesOf(series.steps, values)
})
