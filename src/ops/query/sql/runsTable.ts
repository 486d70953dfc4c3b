import { quoted } from './internal/quoted.ts'
import { type Kind, tableTypes } from './internal/tableColumns.ts'
import type { Dialect } from './Sql.ts'

const types: Readonly<Record<Dialect, Readonly<Record<Kind, string>>>> = {
  duckdb: { boolean: 'BOOLEAN', integer: 'BIGINT', json: 'JSON', text: 'VARCHAR', texts: 'VARCHAR[]' },
  clickhouse: { boolean: 'Bool', integer: 'Int64', json: 'String', text: 'String', texts: 'Array(String)' },
}

const typeIn = (dialect: Dialect, kind: Kind, isNullable: boolean): string => {
  const type = types[dialect][kind]
  if (dialect === 'duckdb') return isNullable ? type : `${type} NOT NULL`
  return isNullable ? `Nullable(${type})` : type
}

/**
 * Returns the CREATE TABLE statement of the table of runs, whose rows are those of {@link toSqlRow}. An existing
 * table of that name is left as it is.
 *
 * @param dialect - The SQL engine.
 * @param name - The table name, used as is; `runs` by default.
 * @example
 * ```ts
 * import { runsTable } from 'wandb-run-ops/ops'
 *
 * runsTable('duckdb').startsWith('CREATE TABLE IF NOT EXISTS "runs" (') // => true
 * ```
 * @category SQL
 * @since 0.1.0
 */
export const runsTable = (dialect: Dialect, name = 'runs'): string => {
  const lines = Object.entries(tableTypes).map(
    ([column, [kind, isNullable]]) => `  ${column} ${typeIn(dialect, kind, isNullable)}`,
  )
  const engine = dialect === 'clickhouse' ? '\nENGINE = MergeTree\nORDER BY position' : ''
  return `CREATE TABLE IF NOT EXISTS ${quoted(name, dialect)} (\n${lines.join(',\n')}\n)${engine}`
}
