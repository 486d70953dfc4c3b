import { expect, test } from 'vitest'
import { historyMax, historyMin } from '../../../src/ops/history/extremes.ts'
import { historyFromRows } from '../../../src/types/historyFromRows.ts'
import { history, nothing } from '../../fixtures/ops/history.ts'

test('the smallest and the largest number ignore NaN and values that are not numbers', () => {
  expect(historyMin(history, 'loss')).toBe(0.5)
  expect(historyMax('loss')(history)).toBe(0.9)
  expect(historyMin(history, 'note')).toBe(2)
  expect(historyMax(history, 'note')).toBe(2)
})

test('infinities count', () => {
  expect(historyMin(history, 'peak')).toBe(Number.POSITIVE_INFINITY)
  const low = historyFromRows([
    { _step: 0, a: Number.NEGATIVE_INFINITY },
    { _step: 1, a: 0 },
  ])
  expect(historyMin(low, 'a')).toBe(Number.NEGATIVE_INFINITY)
  expect(historyMax(low, 'a')).toBe(0)
})

test('both are undefined when there is no number', () => {
  const broken = historyFromRows([
    { _step: 0, a: Number.NaN },
    { _step: 1, b: 'x' },
  ])
  for (const [one, key] of [
    [broken, 'a'],
    [broken, 'b'],
    [nothing, 'a'],
    [broken, 'toString'],
  ] as const) {
    expect(historyMin(one, key)).toBeUndefined()
    expect(historyMax(one, key)).toBeUndefined()
  }
})
