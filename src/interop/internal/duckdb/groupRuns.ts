import type { DuckDBConnection } from '@duckdb/node-api'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { type ColumnType, cellFigure, cellValue, type Figures } from '../../../ops/index.ts'
import { setOwn } from '../../../types/codec/setOwn.ts'
import type { Aggregate, Column, InvalidQuery } from '../../../types/index.ts'
import { ask, given, isText, isTextFigure } from './ask.ts'
import type { DuckDbError } from './DuckDbError.ts'
import type { TableQuery } from './selectRuns.ts'

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
 * Runs of a table that have the same value in a column, or the same values in several, by their figures.
 *
 * @typeParam K - The type of the value; a list of the values' types for several columns.
 * @typeParam T - The aggregates by name.
 * @category Interop
 * @since 0.1.0
 */
export interface FigureGroup<K, T extends Readonly<Record<string, Aggregate>>> {
  /** The value, with its type. */
  readonly key: K
  /** The figures, under the names of the aggregates. */
  readonly figures: Figures<T>
}

/**
 * How to group the runs of a table, and what to take of each group.
 *
 * @typeParam B - The column, or the list of columns.
 * @typeParam T - The aggregates by name.
 * @category Interop
 * @since 0.1.0
 */
export interface GroupsQuery<B extends Column | ReadonlyArray<Column>, T extends Readonly<Record<string, Aggregate>>>
  extends TableQuery {
  /** A column, or a list of columns. */
  readonly groupBy: B
  /** The figures of each group, by name. */
  readonly aggregates: T
}

const isList = (by: Column | ReadonlyArray<Column>): by is ReadonlyArray<Column> => Array.isArray(by)

/** A refusal that names an aggregate as the caller does. */
const renamed = (error: InvalidQuery, names: ReadonlyArray<string>): InvalidQuery => ({
  ...error,
  field: error.field
    .replace(/^aggregates\.figure(\d+)/, (_, place) => `aggregates.${names[Number(place)]}`)
    .slice(0, 200),
})

/**
 * Gives groups of the runs of a table with figures of each: the groups, the keys and the figures that `groupRunsBy` and
 * `aggregate` give in memory, in order of first appearance. Sums may differ in the last digits.
 *
 * @param query - The columns, the figures, and which runs count.
 * @example
 * ```ts no-run
 * import { DuckDBInstance } from '@duckdb/node-api'
 * import { groupRuns, orThrow } from 'wandb-run-ops/duckdb'
 * import { column, count, mean } from 'wandb-run-ops/ops'
 *
 * const connection = await (await DuckDBInstance.create('runs.duckdb')).connect()
 * const aggregates = { runs: count(), loss: mean(column.summary('loss')) }
 * const groups = await orThrow(groupRuns({ groupBy: column.config('optimizer'), aggregates })(connection))
 *
 * for (const { key, figures } of groups) console.log(key, figures.runs, figures.loss)
 * ```
 * @category Interop
 * @since 0.1.0
 */
export const groupRuns =
  <const B extends Column | ReadonlyArray<Column>, T extends Readonly<Record<string, Aggregate>>>(
    query: GroupsQuery<B, T>,
  ) =>
  (connection: DuckDBConnection): TaskEither<DuckDbError | InvalidQuery, ReadonlyArray<FigureGroup<GroupKey<B>, T>>> =>
  async () => {
    const { filter, order, limit, table } = query
    const by: Column | ReadonlyArray<Column> = query.groupBy
    const groupBy = isList(by) ? by : [by]
    const names = Object.keys(query.aggregates)
    const taken = Object.values<Aggregate>(query.aggregates)
    const aggregates = Object.fromEntries(taken.map((aggregate, place) => [`figure${place}`, aggregate]))
    const rows = await ask(connection, { ...given({ filter, order, limit, table }), groupBy, aggregates }, [
      ...groupBy.map((column, place) => ({ name: `key${place}`, isText: isText(column) })),
      ...taken.map((aggregate, place) => ({ name: `figure${place}`, isText: isTextFigure(aggregate) })),
    ])
    if (E.isLeft(rows)) return E.left(rows.left._tag === 'InvalidQuery' ? renamed(rows.left, names) : rows.left)
    const keys = groupBy.map((column) => cellValue(column))
    const readers = taken.map((aggregate) => cellFigure(aggregate))
    return E.right(
      rows.right.map((row) => {
        const key = keys.map((read, place) => read(row[place]))
        const figures: Record<string, unknown> = {}
        for (const [place, read] of readers.entries())
          setOwn(figures, names[place] as string, read(row[keys.length + place]))
        return Object.freeze({
          key: (isList(by) ? Object.freeze(key) : key[0]) as GroupKey<B>,
          figures: Object.freeze(figures) as Figures<T>,
        })
      }),
    )
  }
