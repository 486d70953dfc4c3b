import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { runsTable, type Sql, toSqlRow } from 'wandb-run-ops/query'
import type { Run } from 'wandb-run-ops/types'

/** The columns of the table of runs with the types that DuckDB reads them by; dicts are JSON in a string. */
const structure = JSON.stringify([
  Object.fromEntries(
    [...runsTable('duckdb').matchAll(/^ {2}(\w+) (\w+)(\[\])?/gm)].map(([, name = '', type = '', list]) => {
      const element = type === 'JSON' ? 'VARCHAR' : type
      return [name, list === undefined ? element : [element]]
    }),
  ),
])

/** A connection to an in-memory engine with a table of runs. */
export const connectionWith = async (runs: ReadonlyArray<Run>): Promise<DuckDBConnection> => {
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '1' })).connect()
  await connection.run(runsTable('duckdb'))
  await connection.run('INSERT INTO runs SELECT r.* FROM (SELECT unnest(from_json($rows, $structure)) AS r)', {
    rows: JSON.stringify(runs.map(toSqlRow)),
    structure,
  })
  return connection
}

/** SQL with parameter names that are unique within a query. */
export const renamed = ({ text, parameters }: Sql, mark: number | string): Sql => ({
  text: text.replace(/\$p(\d+)/g, (_, digits: string) => `$q${mark}_${digits}`),
  parameters: Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [`q${mark}_${name.slice(1)}`, value]),
  ),
})
