import type { Direction } from '../../types/query/Direction.ts'
import { dual } from '../internal/dual.ts'
import { alignSteps } from './alignSteps.ts'
import { rowOf } from './internal/rowOf.ts'
import { seriesOf } from './internal/seriesOf.ts'
import type { HistorySeries } from './series.ts'

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
  const aligned = alignSteps(list, { how: 'intersection' })
  const sign = direction === 'desc' ? -1 : 1
  const sortedRows = Array.from(aligned[0]?.steps ?? [], (_, row) =>
    // NaN sorts to the end, where it does not affect other ranks.
    Float64Array.from(aligned, ({ values }) => sign * (values[row] as number)).sort(),
  )
  const rankIn = (value: number, row: number): number =>
    Number.isNaN(value) ? value : rowOf(sortedRows[row] as Float64Array, sign * value) + 1
  return Object.freeze(aligned.map(({ steps, values }) => seriesOf(steps, values.map(rankIn))))
})
