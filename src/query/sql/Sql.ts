import type { Aggregate } from '../Aggregate.ts'
import type { Column } from '../Column.ts'
import type { Filter } from '../Filter.ts'
import type { Order } from '../Order.ts'

/**
 * The supported SQL engines.
 *
 * @category SQL
 * @since 0.1.0
 */
export type Dialect = 'clickhouse' | 'duckdb'

/**
 * A value that is passed separately from the SQL text.
 *
 * @category SQL
 * @since 0.1.0
 */
export type SqlParameter = boolean | number | string

/**
 * SQL text and its parameters.
 *
 * @category SQL
 * @since 0.1.0
 */
export interface Sql {
  /** The SQL text, with parameters by name: `$p0` for DuckDB, `{p0:String}` for ClickHouse. */
  readonly text: string
  /** The parameter values by name. */
  readonly parameters: Readonly<Record<string, SqlParameter>>
}

/**
 * A SELECT over the table of runs.
 *
 * @category SQL
 * @since 0.1.0
 */
export interface SqlSelect {
  /** The table name, used as is; `runs` by default. */
  readonly table?: string
  /** The runs to include; all by default. */
  readonly filter?: Filter
  /** The order of the runs; by position by default. Groups, and `first` and `last` in them, follow it. */
  readonly order?: Order
  /** The columns to return for each run, by name; `id` by default. Cannot be combined with groups or aggregates. */
  readonly columns?: Readonly<Record<string, Column>>
  /** Returns one row per group of runs with equal values in these columns, which are named `key0`, `key1`, …. */
  readonly groupBy?: ReadonlyArray<Column>
  /** The aggregates of each group, or of all runs when there are no groups, by name. */
  readonly aggregates?: Readonly<Record<string, Aggregate>>
  /** The maximum number of rows. */
  readonly limit?: number
}
