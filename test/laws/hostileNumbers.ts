import type { Aggregate, Relation } from 'wandb-run-ops/query'
import * as queries from 'wandb-run-ops/query'
import type { Run } from 'wandb-run-ops/types'
import { aggregate } from '../../src/ops/runs/aggregate.ts'
import { isCloseFor } from './closeAnswers.ts'
import { hostileRuns } from './hostileFilters.ts'

const { column } = queries

const MAX = Number.MAX_VALUE

/** Numbers whose sums, squares or differences overflow, or vanish. */
const numbers = [Number.NEGATIVE_INFINITY, -MAX, -1e200, -1, 0, 5e-324, 1e-200, 1, 1e200, MAX, Number.POSITIVE_INFINITY]

const fromOn = (index: number): ReadonlyArray<number> => numbers.slice(index)

/** Each one, two and three of the numbers. */
const groups: ReadonlyArray<ReadonlyArray<number>> = numbers.flatMap((one, first) => [
  [one],
  ...fromOn(first).flatMap((two, second) => [[two, one], ...fromOn(first + second).map((three) => [two, one, three])]),
])

const runsOf = (group: number): ReadonlyArray<Run> =>
  (groups[group] ?? []).map((x) => ({ ...hostileRuns[0], config: { group, x } }) as Run)

/** A run for each number of each group. */
export const numberRuns: ReadonlyArray<Run> = groups.flatMap((_, group) => runsOf(group))

const x = column.config('x')

const aggregates: Readonly<Record<string, Aggregate<unknown, Run>>> = {
  ...{ sum: queries.sum(x), mean: queries.mean(x), min: queries.min(x), max: queries.max(x) },
  ...{ median: queries.median(x), low: queries.quantile(x, 0.1), third: queries.quantile(x, 1 / 3) },
  ...{ high: queries.quantile(x, 0.9), least: queries.argmin(x, x), most: queries.argmax(x, x) },
  ...{ spread: queries.stddev(x, 'sample'), spreadOfAll: queries.stddev(x, 'population') },
  ...{ variance: queries.variance(x, 'sample'), varianceOfAll: queries.variance(x, 'population') },
}

/** All aggregates of the numbers of each group. */
export const numberRelation: Relation<Run> = { groupBy: { group: column.config('group') }, aggregates }

/** The aggregates in an engine's answer that are not those of memory. */
export const wrongNumbers = (rows: ReadonlyArray<ReadonlyArray<unknown>>): ReadonlyArray<unknown> =>
  groups.flatMap((group, index) => {
    const runs = runsOf(index)
    const ours = aggregate(aggregates)(runs) as Readonly<Record<string, unknown>>
    return Object.entries(aggregates).flatMap(([name, one], at) => {
      const theirs = rows[index]?.[at + 1]
      return isCloseFor(one as Aggregate, runs)(ours[name], theirs) ? [] : [{ group, name, ours: ours[name], theirs }]
    })
  })
