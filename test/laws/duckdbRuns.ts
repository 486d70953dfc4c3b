import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { runsTable, type Sql, toSqlRow } from 'wandb-run-ops/query'
import type { Run } from 'wandb-run-ops/types'

const text = 'VARCHAR'

const structure = JSON.stringify([
  {
    ...{ position: 'BIGINT', id: text, storage_id: text, entity: text, project: text, display_name: text },
    ...{ state: text, created_at: 'BIGINT', heartbeat_at: 'BIGINT', tags: [text], run_group: text, job_type: text },
    ...{ sweep_name: text, username: text, notes: text, description: text, commit_hash: text, read_only: 'BOOLEAN' },
    ...{ history_line_count: 'BIGINT', compute_seconds: 'BIGINT', config: text, summary: text, system_metrics: text },
  },
])

/** A connection to an in-memory engine with a table of runs. */
export const connectionWith = async (runs: ReadonlyArray<Run>): Promise<DuckDBConnection> => {
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect()
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
