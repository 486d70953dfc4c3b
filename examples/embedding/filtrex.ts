import { compileExpression } from 'filtrex'
import { operations } from 'wandb-run-ops/ops'

// In filtrex `("a", "b")` is a list but `("a")` a string, and there are no dates, so dates become milliseconds.
const listed = (value: unknown): unknown => (typeof value === 'string' ? [value] : value)
const plain = (value: unknown): unknown => (value instanceof Date ? value.getTime() : value)
const extraFunctions: Record<string, (...values: ReadonlyArray<unknown>) => unknown> = {}
for (const { name, parameters, call } of operations)
  extraFunctions[name.replace(/-./, (dash) => dash.slice(1).toUpperCase())] = (...values) =>
    plain(call(...(values.map((value, at) => (parameters[at]?.type === 'path' ? listed(value) : value)) as never[])))

const createdAt = new Date('2026-11-20T10:00:00Z')
const runs = [
  { id: 'a1', createdAt, tags: ['best'], config: { optimizer: { lr: 0.1 } }, summary: { loss: 0.2 } },
  { id: 'b2', createdAt, tags: ['best'], config: { optimizer: { lr: 0.3 } }, summary: { loss: 0.7 } },
  { id: 'c3', createdAt, tags: [], config: {}, summary: {} },
]
const text = 'runHasTag(run, "best") and runSummaryAt(run, "loss") < limit and runCreatedAt(run) >= since'
const isGood = compileExpression(text, { extraFunctions, constants: { limit: 0.5, since: createdAt.getTime() } })
const rate = compileExpression('runConfigAt(run, ("optimizer", "lr")) * 10', { extraFunctions })

console.log(JSON.stringify(runs.filter((run) => isGood({ run }) === true).map((run) => [run.id, rate({ run })])))
