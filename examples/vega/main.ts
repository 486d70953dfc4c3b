import { writeFile } from 'node:fs/promises'
import * as vega from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'
import { loadRuns, makeClient, orThrow } from 'wandb-run-ops/loader'
import { registerVegaOperations } from 'wandb-run-ops/vega'
import { startSandbox } from '../../sandbox/index.ts'

/** Usage: npx tsx examples/vega/main.ts [file.svg]. Draws a project's runs; the chart's expressions call operations. */
const file = process.argv[2]

const chart: TopLevelSpec = {
  width: 480,
  height: 280,
  data: { name: 'runs' },
  transform: [
    { calculate: "runConfigAt(datum.run, ['learning_rate'])", as: 'rate' },
    { calculate: "runConfigAt(datum.run, ['family'])", as: 'family' },
    { calculate: "runSummaryAt(datum.run, ['accuracy'])", as: 'accuracy' },
    { calculate: 'runName(datum.run)', as: 'name' },
    { filter: 'runIsFinished(datum.run) && isValid(datum.accuracy) && isValid(datum.rate)' },
  ],
  mark: { type: 'point', filled: true, tooltip: true },
  encoding: {
    x: { field: 'rate', type: 'quantitative', scale: { type: 'log' }, title: 'learning rate' },
    y: { field: 'accuracy', type: 'quantitative', scale: { zero: false } },
    color: { field: 'family', type: 'nominal' },
    tooltip: { field: 'name' },
  },
}

const sandbox = await startSandbox()
try {
  const client = makeClient({ apiKey: sandbox.apiKey, baseUrl: sandbox.url })
  const { runs } = await orThrow(loadRuns({ project: 'harbor-lab/digits', fields: ['config', 'summary'] })(client))

  registerVegaOperations(vega)
  const view = new vega.View(vega.parse(compile(chart).spec), { renderer: 'none' })
  view.data(
    'runs',
    runs.map((run) => ({ run })),
  )
  const svg = await view.toSVG()
  if (file !== undefined) await writeFile(file, svg)
  const points = svg.match(/aria-roledescription="point"/g)?.length ?? 0
  console.log(`${points} of ${runs.length} runs drawn${svg.length > 1_000 ? ' as SVG' : ', but the SVG is empty'}`)
  view.finalize()
} finally {
  await sandbox.close()
}
