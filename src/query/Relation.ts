import type { Aggregate, AggregateRun } from './Aggregate.ts'
import type { Column, ColumnRun } from './Column.ts'
import type { Filter } from './Filter.ts'
import type { Direction, Order } from './Order.ts'

/**
 * A question over runs, as plain JSON that any engine can answer: memory, DuckDB, ClickHouse.
 *
 * The runs that match `filter` are sorted by `order`. Without groups and aggregates, the answer has a row per run, with
 * `columns`. Otherwise it has a row per group, or one row in all, with the group's keys and the aggregates. At last, rows
 * are sorted by `sort` and cut to `limit`.
 *
 * @typeParam R - What a run must have for the question to be answered.
 * @category Query
 * @since 0.2.0
 */
export interface Relation<R = never> {
  /** The name of the table of runs in SQL; `runs` by default. */
  readonly source?: string | undefined
  /** The runs to include; all by default. */
  readonly filter?: Filter<R> | undefined
  /**
   * The order of the runs; their original order by default. Groups, and `first` and `last` in them, follow it: groups come
   * in the order of their first runs.
   */
  readonly order?: Order<R> | undefined
  /** The columns of each run, by name; `id` by default. Cannot be combined with groups or aggregates. */
  readonly columns?: Readonly<Record<string, Column<unknown, R>>> | undefined
  /** The columns by whose values runs are grouped, by name. An empty object is one group of all runs, if there are any. */
  readonly groupBy?: Readonly<Record<string, Column<unknown, R>>> | undefined
  /** The aggregates of each group, or of all runs if there are no groups, by name. */
  readonly aggregates?: Readonly<Record<string, Aggregate<unknown, R>>> | undefined
  /** The order of the rows of the answer, by the names of its columns; that of the runs or groups by default. */
  readonly sort?: ReadonlyArray<RowOrder> | undefined
  /** The maximum number of rows. */
  readonly limit?: number | undefined
}

/**
 * An order of the rows of an answer by one of its columns.
 *
 * @category Query
 * @since 0.2.0
 */
export interface RowOrder {
  /** The name of the column. */
  readonly by: string
  /** The direction. Missing values come last in both. */
  readonly direction: Direction
}

type ColumnsByName = Readonly<Record<string, Column>>
type AggregatesByName = Readonly<Record<string, Aggregate>>

/**
 * A relation whose parts each say what they read, so that a filter by one field and a column of another go together.
 *
 * @typeParam F - What a run must have for the filter.
 * @typeParam O - What a run must have for the order.
 * @typeParam C - The columns.
 * @typeParam G - The group keys.
 * @typeParam A - The aggregates.
 * @category Query
 * @since 0.2.0
 */
export interface RelationParts<F, O, C extends ColumnsByName, G extends ColumnsByName, A extends AggregatesByName>
  extends Pick<Relation, 'source' | 'sort' | 'limit'> {
  /** See {@link Relation}. */
  readonly filter?: Filter<F> | undefined
  /** See {@link Relation}. */
  readonly order?: Order<O> | undefined
  /** See {@link Relation}. */
  readonly columns?: C | undefined
  /** See {@link Relation}. */
  readonly groupBy?: G | undefined
  /** See {@link Relation}. */
  readonly aggregates?: A | undefined
}

/**
 * What a run must have for a relation of such parts to be answered.
 *
 * @category Query
 * @since 0.2.0
 */
export type RelationRun<F, O, C extends ColumnsByName, G extends ColumnsByName, A extends AggregatesByName> = F &
  O &
  ColumnRun<C[keyof C]> &
  ColumnRun<G[keyof G]> &
  AggregateRun<A[keyof A]>

/**
 * The names of the columns of an answer: those of the columns, or of the group keys and the aggregates, or else `id`.
 *
 * @category Query
 * @since 0.2.0
 */
export type AnswerName<C extends ColumnsByName, G extends ColumnsByName, A extends AggregatesByName> = [
  keyof C | keyof G | keyof A,
] extends [never]
  ? 'id'
  : (keyof C | keyof G | keyof A) & string
