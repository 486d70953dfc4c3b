import * as vega from 'vega'
import { operations } from 'wandb-run-ops/ops'

for (const { name, call } of operations)
  vega.expressionFunction(
    name.replace(/-./, (dash) => dash.slice(1).toUpperCase()),
    call,
  )

const runs = [
  { displayName: 'warm-fox', tags: ['best'], config: { lr: 0.1 }, summary: { loss: 0.2 } },
  { displayName: 'cold-owl', tags: [], config: { lr: 0.3 }, summary: { loss: 0.7 } },
  { displayName: 'new-elk', tags: [], config: { lr: 0.5 }, summary: {} },
]
const transform: vega.Transforms[] = [
  { type: 'filter', expr: "isValid(runSummaryAt(datum.run, ['loss']))" },
  { type: 'formula', as: 'name', expr: 'upper(runName(datum.run))' },
  { type: 'formula', as: 'score', expr: "runConfigAt(datum.run, ['lr']) / runSummaryAt(datum.run, ['loss'])" },
  { type: 'formula', as: 'isBest', expr: "runHasTag(datum.run, 'best')" },
  { type: 'project', fields: ['name', 'score', 'isBest'] },
]
const values = runs.map((run) => ({ run }))
const view = await new vega.View(vega.parse({ data: [{ name: 'runs', values, transform }] })).runAsync()

console.log(JSON.stringify(view.data('runs')))
