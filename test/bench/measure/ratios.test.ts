import { expect, test } from 'vitest'
import { ratioOf } from '../../../bench/measure/ratios.ts'

test('rounds are compared one by one, so that a slow round counts no more than another', () => {
  expect(ratioOf([2, 40, 3], [1, 20, 2])).toEqual({ median: 2, low: 1.5, high: 2 })
})

test('the median of the ratios is not the ratio of the medians', () => {
  expect(ratioOf([1, 2, 9], [1, 4, 3])?.median).toBe(1)
})

test('without rounds of both there is no ratio', () => {
  expect(ratioOf([], [])).toBeUndefined()
  expect(ratioOf([1], [])).toBeUndefined()
})
