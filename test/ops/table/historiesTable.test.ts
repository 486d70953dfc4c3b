import { expect, test } from 'vitest'
import { historiesTable, historyFromRows, tableRows } from 'wandb-run-ops/ops'

test('histories become rows, with the run that each belongs to', () => {
  const table = historiesTable([
    { run: { id: 'a1' }, history: historyFromRows([{ _step: 0, loss: 0.5 }]) },
    { run: { id: 'empty' }, history: historyFromRows([]) },
    { run: { id: 'b2' }, history: historyFromRows([{ _step: 3, acc: 1 }]) },
  ])
  expect(tableRows(table)).toEqual([
    { runId: 'a1', _step: 0, loss: 0.5, acc: undefined },
    { runId: 'b2', _step: 3, loss: undefined, acc: 1 },
  ])
  expect(table.sources).toEqual({})
})

test('no histories are a table without rows', () => {
  expect([historiesTable([]).names, historiesTable([]).length]).toEqual([['runId', '_step'], 0])
})
