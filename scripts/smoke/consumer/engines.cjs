// A consumer with engines, in CommonJS.
const assert = require('node:assert/strict')
const { runsToArrow } = require('wandb-run-ops/arrow')
const { toArquero } = require('wandb-run-ops/arquero')
const duckdb = require('wandb-run-ops/duckdb')
const { column } = require('wandb-run-ops/query')
const { expressionFunctions } = require('wandb-run-ops/vega')

const runs = [{ id: 'a1', displayName: 'first', summary: { loss: 0.5 } }]
const columns = { name: column.name, loss: column.summary('loss') }

assert.deepEqual(runsToArrow(columns)(runs).getChild('name').toJSON(), ['first'])
assert.deepEqual(toArquero(columns)(runs).array('name'), ['first'])
assert.equal(expressionFunctions.runName(runs[0]), 'first')
assert.ok(Object.values(duckdb).some((value) => typeof value === 'function'))
