import type { Aggregate, AggregateRun } from '../../query/Aggregate.ts'
import { aggregateIssue } from '../../query/queryIssues.ts'
import { assertNoIssue } from '../../types/wire/argument.ts'
import { setOwn } from '../../types/wire/own.ts'
import { aggregateGroups } from '../relation/aggregateGroups.ts'
import { groupRows } from '../relation/groupRows.ts'
import { recordSource } from '../relation/recordColumns.ts'
import { scanBlocks } from '../relation/scanBlocks.ts'

/** Throws a `TypeError` for what is no aggregate. */
export const assertAggregate = (aggregate: Aggregate): void =>
  assertNoIssue('Invalid aggregate', aggregateIssue(aggregate, []))

/**
 * The values of aggregates by name.
 *
 * @typeParam T - The aggregates by name.
 * @category Many runs
 * @since 0.1.0
 */
export type AggregateValues<T extends Readonly<Record<string, Aggregate>>> = {
  readonly [K in keyof T]: T[K] extends Aggregate<infer A, never> ? A : never
}

/**
 * Computes aggregates over many runs. Each column is read once per run, however many aggregates use it.
 *
 * @param aggregates - The aggregates by name. Any string is a valid name.
 * @returns A function from runs to the values, under the same names.
 * @example
 * ```ts
 * import { aggregate, groupRunsBy } from 'wandb-run-ops/ops'
 * import { argmin, column, count, mean } from 'wandb-run-ops/query'
 *
 * const runs = [
 *   { config: { optimizer: 'adam', lr: 0.1 }, summary: { loss: 0.25 } },
 *   { config: { optimizer: 'sgd', lr: 0.1 }, summary: { loss: 0.5 } },
 *   { config: { optimizer: 'adam', lr: 0.2 }, summary: { loss: 0.75 } },
 * ]
 * const loss = column.summary('loss')
 * const statistics = aggregate({ runs: count(), loss: mean(loss), lr: argmin(loss, column.config('lr')) })
 *
 * statistics(runs) // => { runs: 3, loss: 0.5, lr: 0.1 }
 * groupRunsBy(column.config('optimizer'))(runs).map((group) => statistics(group.runs).loss) // => [0.5, 0.5]
 * ```
 * @category Many runs
 * @since 0.1.0
 */
export const aggregate = <T extends Readonly<Record<string, Aggregate>>>(
  aggregates: T,
): ((runs: ReadonlyArray<AggregateRun<T[keyof T]>>) => AggregateValues<T>) => {
  const names = Object.keys(aggregates)
  const all = Object.values(aggregates)
  all.forEach(assertAggregate)
  return (runs) => {
    const source = recordSource(runs)
    const values: Record<string, unknown> = {}
    const computed = aggregateGroups(source, all, scanBlocks(source), groupRows([], runs.length))
    for (const [index, valueIn] of computed.entries()) setOwn(values, names[index] as string, valueIn(0))
    return Object.freeze(values) as AggregateValues<T>
  }
}
