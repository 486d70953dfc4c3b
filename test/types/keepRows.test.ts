import { expect, test } from 'vitest'
import { historyRows } from 'wandb-run-ops/ops'
import { historyFromRows } from 'wandb-run-ops/types'
import { keepRows } from '../../src/types/keepRows.ts'

const rows = [
  { _step: 0, a: 1 },
  { _step: 1, b: 'x' },
  { _step: 2, a: 2, b: 'y' },
  { _step: 3, c: 3 },
]
const history = historyFromRows(rows)

test('keeps the rows that have one of the metrics, or every one', () => {
  expect(historyRows(keepRows(history, ['a', 'b'], 'any'))).toEqual(rows.slice(0, 3))
  expect(historyRows(keepRows(history, ['a', 'b'], 'all'))).toEqual([rows[2]])
  expect(historyRows(keepRows(history, ['a', 'a'], 'all'))).toEqual([rows[0], rows[2]])
})

test('keeps every row for the step alone, which all have', () => {
  expect(keepRows(history, ['_step'], 'any')).toBe(history)
  expect(historyRows(keepRows(history, ['_step', 'b'], 'all'))).toEqual([rows[1], rows[2]])
})

test('keeps none where a metric is needed that is not there', () => {
  expect(keepRows(history, ['a', 'toString'], 'all')).toMatchObject({ length: 0, keys: [], columns: {} })
  expect(keepRows(history, ['no'], 'any').steps.length).toBe(0)
})

test('gives the very history where every row stays', () => {
  const whole = historyFromRows([{ _step: 0, a: Number.NaN }])
  expect(keepRows(whole, ['a'], 'all')).toBe(whole)
})
