import { all, create } from 'mathjs'
import { operations } from 'wandb-run-ops/ops'

// Operations take arrays, so expressions must use them for lists.
const math = create(all ?? {}, { matrix: 'Array' })
math.import(
  Object.fromEntries(
    operations.map(({ name, call }) => [name.replace(/-./, (dash) => dash.slice(1).toUpperCase()), call]),
  ),
)

const runs = [
  { state: 'finished', config: { lr: 0.1 }, summary: { loss: 0.2 } },
  { state: 'finished', config: { lr: 0.2 }, summary: { loss: 0.4 } },
  { state: 'crashed', config: { lr: 0.4 }, summary: { loss: 9 } },
]
const program = math.compile(`
  finished = filter(runs, f(run) = runIsFinished(run));
  losses = map(finished, f(run) = runSummaryAt(run, ["loss"]));
  rates = map(finished, f(run) = runConfigAt(run, ["lr"]));
  { mean: round(mean(losses), 3), correlation: round(corr(losses, rates), 3) }
`)

console.log(JSON.stringify(program.evaluate({ runs }).entries))
