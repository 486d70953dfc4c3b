import { expect, test } from 'vitest'
import { historyFromRows } from '../../../src/history/historyFromRows.ts'
import { type HistorySeries, historySeries } from '../../../src/ops/history/series.ts'
import { history, nothing } from '../../fixtures/ops/history.ts'

const lists = ({ steps, values }: HistorySeries) => ({ steps: [...steps], values: [...values] })

test('returns the numbers with their steps, including NaN, without the rows that have none', () => {
  expect(lists(historySeries(history, 'loss'))).toEqual({
    steps: [0, 10, 20, 40, 50],
    values: [Number.NaN, 0.5, 0.9, 0.5, 0.9],
  })
})

test('leaves out values that are not numbers', () => {
  expect(lists(historySeries('note')(history))).toEqual({ steps: [20, 50], values: [2, Number.NaN] })
})

test('returns nothing for a metric that the history does not have', () => {
  expect(lists(historySeries(history, 'accuracy'))).toEqual({ steps: [], values: [] })
  expect(lists(historySeries(nothing, 'loss'))).toEqual({ steps: [], values: [] })
})

test('copies nothing when every row has a number', () => {
  const whole = historyFromRows([
    { _step: 0, a: 1 },
    { _step: 1, a: 2 },
  ])
  expect(historySeries(whole, 'a').steps).toBe(whole.steps)
  expect(historySeries(whole, 'a').values).toBe(whole.columns['a']?.values)
})
