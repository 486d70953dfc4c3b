/**
 * The SQL engines that are spoken to.
 *
 * @category SQL
 * @since 0.1.0
 */
export type Dialect = 'clickhouse' | 'duckdb'

/**
 * A value that is sent beside the text of SQL, not in it.
 *
 * @category SQL
 * @since 0.1.0
 */
export type SqlParameter = boolean | number | string

/**
 * SQL with its parameters apart.
 *
 * @category SQL
 * @since 0.1.0
 */
export interface Sql {
  /** The SQL. Parameters stand in it by name: `$p0` for DuckDB, `{p0:String}` for ClickHouse. */
  readonly text: string
  /** The value of each parameter. */
  readonly parameters: Readonly<Record<string, SqlParameter>>
}
