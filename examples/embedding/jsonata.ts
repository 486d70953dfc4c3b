import jsonata from 'jsonata'
import { operations } from 'wandb-run-ops/ops'

const runs = [
  { id: 'a1', displayName: 'warm-fox', state: 'finished', config: { lr: 0.1 }, summary: { loss: 0.7 } },
  { id: 'b2', displayName: 'cold-owl', state: 'running', config: { lr: 0.2 }, summary: { loss: 0.1 } },
  { id: 'c3', displayName: undefined, state: 'finished', config: { lr: 0.3 }, summary: { loss: 0.2 } },
]
const expression = jsonata(`
  runs[$runIsFinished($)]^($runSummaryAt($, ["loss"])).{
    "name": $runName($),
    "rate": $runConfigAt($, ["lr"])
  }
`)
for (const { name, call } of operations)
  expression.registerFunction(
    name.replace(/-./, (dash) => dash.slice(1).toUpperCase()),
    call as (...values: unknown[]) => unknown,
  )

console.log(JSON.stringify(await expression.evaluate({ runs })))
