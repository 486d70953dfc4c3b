import type { Direction } from '../../types/query/Direction.ts'
import { dual } from '../internal/dual.ts'
import { alignSteps } from './alignSteps.ts'
import { rowOf } from './internal/rowOf.ts'
import { seriesOf } from './internal/seriesOf.ts'
import type { HistorySeries } from './series.ts'

/**
 * Gives the rank of each series among several, at each step that all of them have: 1 for the first.
 *
 * Equal values share the lowest of their ranks, and the ranks after it are left out: 1, 2, 2, 4. `NaN` has no rank, which
 * is `NaN` again, and takes none from the others. To rank at steps that only some have, align the series before.
 *
 * @param list - The series.
 * @param direction - `asc` where the smallest value is first, `desc` where the greatest is.
 * @returns As many series, in their order, which share their steps; none for none.
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
  const aligned = alignSteps(list, { how: 'intersection' })
  const sign = direction === 'desc' ? -1 : 1
  const columns = Array.from(aligned[0]?.steps ?? [], (_, row) =>
    // NaN is sorted to the end, where it is in nobody's way.
    Float64Array.from(aligned, ({ values }) => sign * (values[row] as number)).sort(),
  )
  const rankIn = (value: number, row: number): number =>
    Number.isNaN(value) ? value : rowOf(columns[row] as Float64Array, sign * value) + 1
  return Object.freeze(aligned.map(({ steps, values }) => seriesOf(steps, values.map(rankIn))))
})
