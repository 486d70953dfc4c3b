import type { DuckDBConnection } from '@duckdb/node-api'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { AggregateValues } from '../../ops/runs/aggregate.ts'
import type { Aggregate } from '../../query/Aggregate.ts'
import { count } from '../../query/aggregates.ts'
import type { Column, ColumnType } from '../../query/Column.ts'
import type { InvalidQuery } from '../../query/Filter.ts'
import { columnIssue } from '../../query/filterIssue.ts'
import { aggregateIssue, columnsIssue, namedIssue } from '../../query/queryIssues.ts'
import { fromSqlAggregate, fromSqlCell } from '../../query/sql/cells.ts'
import { setOwn } from '../../types/wire/own.ts'
import type { DuckDbError } from './DuckDbError.ts'
import { relationRows } from './queryRelation.ts'
import { type TableQuery, tableQueryIssue, tableRelation } from './selectRuns.ts'

/**
 * The type of a group's key: the value of the column, or a list of the values of several.
 *
 * @typeParam B - The column, or the list of columns.
 * @category Interop
 * @since 0.1.0
 */
export type GroupKey<B extends Column | ReadonlyArray<Column>> =
  B extends ReadonlyArray<Column>
    ? { readonly [I in keyof B]: B[I] extends Column ? ColumnType<B[I]> : never }
    : B extends Column
      ? ColumnType<B>
      : never

/**
 * The aggregates of the runs with the same value in a column, or the same values in several columns.
 *
 * @typeParam K - The type of the value; a list of the values' types for several columns.
 * @typeParam T - The aggregates by name.
 * @category Interop
 * @since 0.1.0
 */
export interface AggregateGroup<K, T extends Readonly<Record<string, Aggregate>>> {
  /** The value of the column, or the list of values. */
  readonly key: K
  /** The values of the aggregates, by name. */
  readonly aggregates: AggregateValues<T>
}

/**
 * How to group the runs of a table, and the aggregates of each group.
 *
 * @typeParam B - The column, or the list of columns.
 * @typeParam T - The aggregates by name.
 * @category Interop
 * @since 0.1.0
 */
export interface GroupsQuery<B extends Column | ReadonlyArray<Column>, T extends Readonly<Record<string, Aggregate>>>
  extends TableQuery {
  /** The column, or the list of columns. */
  readonly groupBy: B
  /** The aggregates of each group, by name. */
  readonly aggregates: T
}

const isList = (by: Column | ReadonlyArray<Column>): by is ReadonlyArray<Column> => Array.isArray(by)

/** Names for a relation, which are distinct in DuckDB as well. */
const numbered = <A>(name: string, all: ReadonlyArray<A>): Readonly<Record<string, A>> =>
  Object.fromEntries(all.map((value, index) => [`${name}${index}`, value]))

/** Replaces the internal names in an error by the caller's. */
const renamed = (error: InvalidQuery, names: ReadonlyArray<string>): InvalidQuery => ({
  ...error,
  field: error.field
    .replace(/^groupBy\.key/, 'groupBy.')
    .replace(/^aggregates\.aggregate(\d+)/, (_, index) => `aggregates.${names[Number(index)]}`)
    .slice(0, 200),
})

/**
 * Groups the runs of a table and aggregates each group, as `groupRunsBy` and `aggregate` do in memory. Groups are in order
 * of first appearance. Sums may differ in the last digits.
 *
 * @param query - The columns, the aggregates, and the runs to include.
 * @example
 * ```ts no-run
 * import { DuckDBInstance } from '@duckdb/node-api'
 * import { groupRuns, duckDbOrThrow } from 'wandb-run-ops/duckdb'
 * import { column, count, mean } from 'wandb-run-ops/query'
 *
 * const connection = await (await DuckDBInstance.create('runs.duckdb')).connect()
 * const aggregates = { runs: count(), loss: mean(column.summary('loss')) }
 * const groups = await duckDbOrThrow(groupRuns({ groupBy: column.config('optimizer'), aggregates })(connection))
 *
 * for (const { key, aggregates } of groups) console.log(key, aggregates.runs, aggregates.loss)
 * ```
 * @category Interop
 * @since 0.1.0
 */
export const groupRuns =
  <const B extends Column | ReadonlyArray<Column>, T extends Readonly<Record<string, Aggregate>>>(
    query: GroupsQuery<B, T>,
  ) =>
  (
    connection: DuckDBConnection,
  ): TaskEither<DuckDbError | InvalidQuery, ReadonlyArray<AggregateGroup<GroupKey<B>, T>>> =>
  async () => {
    const issue =
      tableQueryIssue(query, ['groupBy', 'aggregates']) ??
      namedIssue(query.aggregates, ['aggregates'], aggregateIssue) ??
      (isList(query.groupBy) ? columnsIssue : columnIssue)(query.groupBy, ['groupBy'])
    if (issue !== undefined) return E.left(issue)
    const by: Column | ReadonlyArray<Column> = query.groupBy
    const groupBy = isList(by) ? by : [by]
    const names = Object.keys(query.aggregates)
    const taken = Object.values<Aggregate>(query.aggregates)
    const rows = await relationRows(connection, {
      ...tableRelation(query),
      groupBy: numbered('key', groupBy),
      // Every group has a count, even if nothing else is asked for.
      aggregates: numbered('aggregate', [...taken, count()]),
    })
    if (E.isLeft(rows)) return E.left(rows.left._tag === 'InvalidQuery' ? renamed(rows.left, names) : rows.left)
    const keys = groupBy.map((column) => fromSqlCell(column))
    const readers = taken.map((aggregate) => fromSqlAggregate(aggregate))
    return E.right(
      rows.right.map((row) => {
        const key = keys.map((read, index) => read(row[index]))
        const values: Record<string, unknown> = {}
        for (const [index, read] of readers.entries())
          setOwn(values, names[index] as string, read(row[keys.length + index]))
        return Object.freeze({
          key: (isList(by) ? Object.freeze(key) : key[0]) as GroupKey<B>,
          aggregates: Object.freeze(values) as AggregateValues<T>,
        })
      }),
    )
  }
