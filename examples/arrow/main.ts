import { mkdtemp, readFile, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Table, tableFromIPC, tableToIPC } from 'apache-arrow'
import { historyFromArrow, historyToArrow, runsToArrow } from 'wandb-run-ops/arrow'
import { loadHistory, loadRuns, makeClient, orThrow } from 'wandb-run-ops/loader'
import { historyArgmax, historyMax, runName } from 'wandb-run-ops/ops'
import { column } from 'wandb-run-ops/query'
import { startSandbox } from '../../sandbox/index.ts'

/** Usage: npx tsx examples/arrow/main.ts [folder]. Writes a project's runs and the history of one run as Arrow files. */
const folder = process.argv[2] ?? (await mkdtemp(join(tmpdir(), 'arrow-')))

const describe = (title: string, table: Table): string =>
  [
    `${title}: ${table.numRows} rows`,
    ...table.schema.fields.map(({ name, type }, index) => {
      const nulls = table.getChildAt(index)?.nullCount ?? 0
      return `  ${name.padEnd(16)} ${String(type).padEnd(28)} ${nulls} null`
    }),
  ].join('\n')

const sandbox = await startSandbox()
try {
  const client = makeClient({ apiKey: sandbox.apiKey, baseUrl: sandbox.url })
  const { runs } = await orThrow(loadRuns({ project: 'harbor-lab/digits' })(client))
  const toArrow = runsToArrow({
    run: column.name,
    created: column.createdAt,
    runtime: column.runtime,
    tags: column.tags,
    family: column.config('family'),
    rate: column.config('learning_rate'),
    accuracy: column.summary('accuracy'),
  })
  await writeFile(join(folder, 'runs.arrow'), tableToIPC(toArrow(runs), 'file'))

  const best = runs.find((run) => runName(run) === 'mlp-seed-0')
  if (best === undefined) throw new Error('run mlp-seed-0 not found in the recorded project')
  const history = await orThrow(loadHistory({ run: best })(client))
  await writeFile(join(folder, 'history.arrow'), tableToIPC(historyToArrow(history), 'file'))

  console.log(describe('runs.arrow', tableFromIPC(await readFile(join(folder, 'runs.arrow')))))
  const again = historyFromArrow(tableFromIPC(await readFile(join(folder, 'history.arrow'))))
  console.log(describe('history.arrow', historyToArrow(again)))
  const metric = 'val/accuracy'
  console.log(
    `${runName(best)}: highest ${metric} ${historyMax(again, metric)} at step ${historyArgmax(again, metric)}`,
  )
} finally {
  await sandbox.close()
}
