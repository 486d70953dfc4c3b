import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { createHistory, duckDbOrThrow, groupRuns, insertRuns, registerTable, selectRuns } from 'wandb-run-ops/duckdb'
import { loadRuns, makeClient } from 'wandb-run-ops/loader'
import { downloadHistory } from 'wandb-run-ops/node'
import { matches, runTable } from 'wandb-run-ops/ops'
import { column, count, desc, eq, max, mean } from 'wandb-run-ops/query'
import { startSandbox } from '../../sandbox/index.ts'

/** Usage: npx tsx examples/duckdb/main.ts. Queries a project's runs as a table, joined with Parquet files of histories. */
const sandbox = await startSandbox({ history: 'parquet' })
const folder = await mkdtemp(join(tmpdir(), 'duckdb-'))
const instance = await DuckDBInstance.create()
const connection = await instance.connect()

try {
  const client = makeClient({ apiKey: sandbox.apiKey, baseUrl: sandbox.url })
  const { runs } = await duckDbOrThrow(loadRuns({ project: 'harbor-lab/digits' })(client))
  const inserted = await duckDbOrThrow(insertRuns(runs)(connection))
  console.log(`${inserted.runs} runs inserted into table ${inserted.table}`)

  const accuracy = column.summary<number>('accuracy')
  const aggregates = { runs: count(), mean: mean(accuracy), best: max(accuracy) }
  const groups = await duckDbOrThrow(groupRuns({ groupBy: column.config('family'), aggregates })(connection))
  for (const { key, aggregates } of groups)
    console.log(
      `${key}: ${aggregates.runs} runs, mean ${aggregates.mean?.toFixed(4)}, best ${aggregates.best?.toFixed(4)}`,
    )

  const filter = eq(column.config('family'), 'mlp')
  const ids = await duckDbOrThrow(selectRuns({ filter, order: desc(accuracy), limit: 3 })(connection))
  console.log(`Best of ${runs.filter(matches(filter)).length}: ${ids.join(', ')}`)

  const table = runTable(runs, { family: column.config('family'), accuracy, runtime: column.runtime })
  const { columns } = await duckDbOrThrow(registerTable('frame', table)(connection))
  console.log(`Registered without inserting: ${columns.map(({ name, type }) => `${name} ${type}`).join(', ')}`)
  const slowest = await connection.runAndReadAll('SELECT family, max(runtime) FROM frame GROUP BY ALL ORDER BY 2 DESC')
  for (const [family, seconds] of slowest.getRows()) console.log(`${family}: longest run ${seconds} s`)

  const paths = new Map<string, string>()
  for (const run of runs.filter(({ id }) => ids.includes(id))) {
    const { files } = await duckDbOrThrow(downloadHistory({ run, folder })(client))
    for (const { path } of files) paths.set(path, run.id)
  }
  const history = await duckDbOrThrow(createHistory({ files: [...paths.keys()], runs: paths })(connection))
  console.log(`${history.rows} rows of ${history.runs} histories in ${history.files} files`)

  const joined = await connection.runAndReadAll(`SELECT runs.display_name, max(history."val/accuracy") AS best
    FROM history JOIN runs ON runs.id = history.run_id GROUP BY ALL ORDER BY best DESC, runs.display_name`)
  for (const [name, best] of joined.getRows()) console.log(`${name}: highest val/accuracy ${best}`)
} finally {
  connection.closeSync()
  instance.closeSync()
  await sandbox.close()
  await rm(folder, { recursive: true })
}
