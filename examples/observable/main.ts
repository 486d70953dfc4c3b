import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { JSDOM } from 'jsdom'
import { loadHistories, loadRuns, makeClient, orThrow } from 'wandb-run-ops/loader'
import { startSandbox } from '../../sandbox/index.ts'
import { historyChart, runsChart } from './charts.ts'

/** Usage: npx tsx examples/observable/main.ts [folder]. Draws runs and histories with Observable Plot, as SVG files. */
const folder = process.argv[2] ?? (await mkdtemp(join(tmpdir(), 'observable-')))
const { document } = new JSDOM('').window

const write = async (name: string, chart: Element): Promise<void> => {
  // A standalone SVG file needs its namespace.
  chart.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  await writeFile(join(folder, name), chart.outerHTML)
  const marks = chart.querySelectorAll('circle, [aria-label="line"] path').length
  console.log(`${name}: ${marks} marks`)
}

const sandbox = await startSandbox()
try {
  const client = makeClient({ apiKey: sandbox.apiKey, baseUrl: sandbox.url })
  const project = 'harbor-lab/digits'
  const { runs } = await orThrow(loadRuns({ project })(client))
  await write('runs.svg', runsChart(runs, 'learning_rate', 'accuracy', { document }))

  const filters = { group: 'mlp-seeds' }
  const { items } = await orThrow(loadHistories({ project, filters, keys: ['val_loss'], complete: true })(client))
  await write('histories.svg', historyChart(items, 'val_loss', { document }))
} finally {
  await sandbox.close()
}
