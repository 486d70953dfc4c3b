import { expect, test } from 'vitest'
import { median, pairedRatio } from '../../../bench/measure/statistics.ts'

test.each([
  [[3], 3],
  [[10, 1, 2], 2],
  [[4, 1, 3, 2], 2.5],
  [[], Number.NaN],
])('the median of %j is %d', (values, expected) => {
  expect(median(values)).toBe(expected)
})

test('median does not reorder its argument', () => {
  const values = [3, 1, 2]
  median(values)
  expect(values).toEqual([3, 1, 2])
})

test('ratios are taken round by round, so that a slow round counts no more than another', () => {
  expect(pairedRatio([2, 40, 3], [1, 20, 2])).toEqual({ median: 2, low: 1.5, high: 2 })
})

test('the median of the ratios is not the ratio of the medians', () => {
  expect(pairedRatio([1, 2, 9], [1, 4, 3])?.median).toBe(1)
})

test('without a round of both sides there is no ratio', () => {
  expect(pairedRatio([], [])).toBeUndefined()
  expect(pairedRatio([1], [])).toBeUndefined()
})
