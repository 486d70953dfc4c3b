import { lowerBound } from '../../history/mergeSteps.ts'
import type { Direction } from '../../query/Order.ts'
import { assertWord } from '../../types/wire/argument.ts'
import { dual } from '../dual.ts'
import { alignSteps, lerp } from './joinSeries.ts'
import { freezeSeries, type HistorySeries } from './series.ts'

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
  assertWord('how of cumulative', how, ['sum', 'min', 'max', 'mean', 'count'])
  let count = 0
  let current = how === 'sum' || how === 'count' ? 0 : Number.NaN
  const next = (value: number): number => {
    if (how === 'sum') return current + value
    if (how === 'count') return count
    if (how === 'mean') return lerp(current, value, 1 / count)
    return count === 1 || (how === 'min' ? value < current : value > current) ? value : current
  }
  const values = series.values.map((value) => {
    if (!Number.isNaN(value)) {
      count += 1
      current = next(value)
    }
    return current
  })
  return freezeSeries(series.steps, values)
})

/**
 * Returns the rate of change of a series: at each step but the first, the difference from the previous value, per
 * step.
 *
 * The result is one point shorter than the series, and each point is at the later of its two steps. Where either
 * value is `NaN`, so is the result.
 *
 * @param series - A series.
 * @returns A series without the first step; empty for fewer than two points.
 * @example
 * ```ts
 * import { derivative } from 'wandb-run-ops/ops'
 *
 * const { steps, values } = derivative({ steps: Float64Array.of(0, 10, 20), values: Float64Array.of(1, 6, 4) })
 *
 * Array.from(steps) // => [10, 20]
 * Array.from(values) // => [0.5, -0.2]
 * ```
 * @category Series
 * @since 0.1.0
 */
export const derivative = ({ steps, values }: HistorySeries): HistorySeries =>
  freezeSeries(
    steps.subarray(1),
    values
      .subarray(1)
      .map((value, row) => (value - (values[row] as number)) / ((steps[row + 1] as number) - (steps[row] as number))),
  )

/**
 * Ranks several series against each other at each step that all of them have: 1 is the first.
 *
 * Ties share the lowest of their ranks, and the ranks after it are skipped: 1, 2, 2, 4. `NaN` gets the rank `NaN`
 * and does not affect other ranks. To rank at steps that only some series have, align them first.
 *
 * @param list - The series.
 * @param direction - `asc` to rank the smallest value first, `desc` to rank the largest first.
 * @returns The ranks as series in the same order, sharing one array of steps; empty for no series.
 * @example
 * ```ts
 * import { rank } from 'wandb-run-ops/ops'
 *
 * const steps = Float64Array.of(0, 10)
 * const accuracies = [[0.1, 0.9], [0.3, 0.8], [0.1, NaN]].map((values) => ({ steps, values: Float64Array.from(values) }))
 *
 * rank(accuracies, 'desc').map(({ values }) => [...values]) // => [[2, 1], [1, 2], [2, NaN]]
 * ```
 * @category Series
 * @since 0.1.0
 */
export const rank: {
  (list: ReadonlyArray<HistorySeries>, direction: Direction): ReadonlyArray<HistorySeries>
  (direction: Direction): (list: ReadonlyArray<HistorySeries>) => ReadonlyArray<HistorySeries>
} = /* @__PURE__ */ dual((list: ReadonlyArray<HistorySeries>, direction: Direction): ReadonlyArray<HistorySeries> => {
  assertWord('direction of rank', direction, ['asc', 'desc'])
  const aligned = alignSteps(list, { how: 'intersection' })
  const sign = direction === 'desc' ? -1 : 1
  const sortedRows = Array.from(aligned[0]?.steps ?? [], (_, row) =>
    // NaN sorts to the end, where it does not affect other ranks.
    Float64Array.from(aligned, ({ values }) => sign * (values[row] as number)).sort(),
  )
  const rankIn = (value: number, row: number): number =>
    Number.isNaN(value) ? value : lowerBound(sortedRows[row] as Float64Array, sign * value) + 1
  return Object.freeze(aligned.map(({ steps, values }) => freezeSeries(steps, values.map(rankIn))))
})
