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

test('keeps the rows that have any, or all, of the metrics', () => {
  expect(historyRows(keepRows(history, ['a', 'b'], 'any'))).toEqual(rows.slice(0, 3))
  expect(historyRows(keepRows(history, ['a', 'b'], 'all'))).toEqual([rows[2]])
  expect(historyRows(keepRows(history, ['a', 'a'], 'all'))).toEqual([rows[0], rows[2]])
})

test('keeps every row for the step alone, which every row has', () => {
  expect(keepRows(history, ['_step'], 'any')).toBe(history)
  expect(historyRows(keepRows(history, ['_step', 'b'], 'all'))).toEqual([rows[1], rows[2]])
})

test('keeps no row if a required metric is missing', () => {
  expect(keepRows(history, ['a', 'toString'], 'all')).toMatchObject({ length: 0, keys: [], columns: {} })
  expect(keepRows(history, ['no'], 'any').steps.length).toBe(0)
})

test('returns the history itself if it keeps every row', () => {
  const whole = historyFromRows([{ _step: 0, a: Number.NaN }])
  expect(keepRows(whole, ['a'], 'all')).toBe(whole)
})
