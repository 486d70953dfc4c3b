import { expect, test } from 'vitest'
import { historyFromRows, historyRows } from 'wandb-run-ops/ops'
import { filterRows } from '../../src/history/filterRows.ts'

const rows = [
  { _step: 0, a: 1 },
  { _step: 1, b: 'x' },
  { _step: 2, a: 2, b: 'y' },
  { _step: 3, c: 3 },
]
const history = historyFromRows(rows)

test('keeps the rows that have any, or all, of the metrics', () => {
  expect(historyRows(filterRows(history, ['a', 'b'], 'any'))).toEqual(rows.slice(0, 3))
  expect(historyRows(filterRows(history, ['a', 'b'], 'all'))).toEqual([rows[2]])
  expect(historyRows(filterRows(history, ['a', 'a'], 'all'))).toEqual([rows[0], rows[2]])
})

test('keeps every row for the step alone, which every row has', () => {
  expect(filterRows(history, ['_step'], 'any')).toBe(history)
  expect(historyRows(filterRows(history, ['_step', 'b'], 'all'))).toEqual([rows[1], rows[2]])
})

test('keeps no row if a required metric is missing', () => {
  expect(filterRows(history, ['a', 'toString'], 'all')).toMatchObject({ length: 0, keys: [], columns: {} })
  expect(filterRows(history, ['no'], 'any').steps.length).toBe(0)
})

test('returns the history itself if it keeps every row', () => {
  const whole = historyFromRows([{ _step: 0, a: Number.NaN }])
  expect(filterRows(whole, ['a'], 'all')).toBe(whole)
})
