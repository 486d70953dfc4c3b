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
