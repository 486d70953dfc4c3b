// A consumer with engines, as an ES module in Node: runs go through each bridge.
import assert from 'node:assert/strict'
import { tableFromIPC, tableToIPC } from 'apache-arrow'
import * as aq from 'arquero'
import { registerArqueroOperations, toArquero } from 'wandb-run-ops/arquero'
import { historyFromArrow, historyToArrow, runsToArrow } from 'wandb-run-ops/arrow'
import * as duckdb from 'wandb-run-ops/duckdb'
import { historyFromRows, historyRows } from 'wandb-run-ops/ops'
import { column } from 'wandb-run-ops/query'
import { expressionFunctions } from 'wandb-run-ops/vega'

const runs = [
  { id: 'a1', displayName: 'first', summary: { loss: 0.5 } },
  { id: 'b2', displayName: undefined, summary: {} },
]
const columns = { name: column.name, loss: column.summary('loss') }

const table = tableFromIPC(tableToIPC(runsToArrow(columns)(runs)))
assert.deepEqual(table.getChild('loss').toJSON(), [0.5, null])
const rows = [{ _step: 0, loss: 1 }]
assert.deepEqual(historyRows(historyFromArrow(historyToArrow(historyFromRows(rows)))), rows)

assert.deepEqual(toArquero(columns)(runs).array('name'), ['first', 'b2'])
registerArqueroOperations(aq)
assert.deepEqual(aq.table({ run: runs }).derive({ name: 'op.runName(d.run)' }).array('name'), ['first', 'b2'])

assert.equal(expressionFunctions.runName(runs[0]), 'first')
assert.ok(Object.values(duckdb).some((value) => typeof value === 'function'))
