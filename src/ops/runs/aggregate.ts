import { identity } from 'fp-ts/lib/function.js'
import type { Aggregate } from '../../query/Aggregate.ts'
import type { Column } from '../../query/Column.ts'
import { aggregateIssue } from '../../query/queryIssues.ts'
import { assertNoIssue } from '../../types/wire/argument.ts'
import { setOwn } from '../../types/wire/own.ts'
import { copyDate } from '../ownValue.ts'
import { interner, untypedReader } from './grouping.ts'
import { type ColumnValues, computeAggregate, readValues } from './statistics.ts'

const noValues = readValues([], identity, true)

/** The aggregates that need only the numbers of a column. */
const numericTags: ReadonlySet<Aggregate['_tag']> = new Set(['Mean', 'Median', 'Quantile', 'Stddev', 'Sum', 'Variance'])

/** Compiles aggregates over the same runs; each column is read once per run, however many aggregates use it. */
export const compileAggregates = (
  aggregates: ReadonlyArray<Aggregate>,
): ((runs: ReadonlyArray<unknown>) => ReadonlyArray<unknown>) => {
  const numberOf = interner()
  const readers: Array<(run: unknown) => unknown> = []
  const slotOf = (column: Column | undefined): number => {
    if (column === undefined) return -1
    const slot = numberOf(column)
    if (slot === readers.length) readers.push(untypedReader(column))
    return slot
  }
  const needsAllValues = new Set<number>()
  const computations = aggregates.map((aggregate) => {
    assertNoIssue('Invalid aggregate', aggregateIssue(aggregate, []))
    const slot = slotOf(aggregate.column)
    const ofSlot = 'of' in aggregate && typeof aggregate.of === 'object' ? slotOf(aggregate.of) : -1
    if (!numericTags.has(aggregate._tag)) needsAllValues.add(slot).add(ofSlot)
    return (values: ReadonlyArray<ColumnValues>, count: number): unknown =>
      copyDate(computeAggregate(aggregate, values[slot] ?? noValues, values[ofSlot] ?? noValues, count))
  })
  return (runs) => {
    const values = readers.map((read, slot) => readValues(runs, read, !needsAllValues.has(slot)))
    return computations.map((compute) => compute(values, runs.length))
  }
}

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
 * The fields that a run needs for an aggregate, or for all aggregates of a union, to be computed.
 *
 * @typeParam A - The aggregate's type, or a union of several.
 * @category Many runs
 * @since 0.1.0
 */
export type AggregateRun<A extends Aggregate> =
  NonNullable<A['_gives']> extends (runs: ReadonlyArray<infer R>) => unknown ? R : never

/**
 * Computes aggregates over many runs. Aggregates are compiled once, and each column is read once per run, however
 * many aggregates use it.
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
  const compute = compileAggregates(Object.values(aggregates))
  return (runs) => {
    const values: Record<string, unknown> = {}
    for (const [index, value] of compute(runs).entries()) setOwn(values, names[index] as string, value)
    return Object.freeze(values) as AggregateValues<T>
  }
}
