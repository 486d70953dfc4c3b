import * as Ord from 'fp-ts/lib/Ord.js'
import { expect, test } from 'vitest'
import { diffConfigs } from '../../../src/ops/runs/diffConfigs.ts'
import { configDifferenceSize, ordConfigDifferenceBySize } from '../../../src/ops/runs/ordConfigDifferenceBySize.ts'

const { NaN: nan, MAX_VALUE: max, POSITIVE_INFINITY: inf } = Number
const of = (...values: ReadonlyArray<unknown>) => ({ path: ['a'], values })

test.each([
  [[1, 2], 0.5],
  [[2, 1], 0.5],
  [[-1, -2], 0.5],
  [[1, 10, 5], 0.9],
  [[0, 7], 1],
  [[-3, 3], 2],
  [[max, -max], 2],
  [[5e-324, 1e-323], 0.5],
])('numbers %j differ by %d', (values, size) => {
  expect(configDifferenceSize(of(...values))).toBeCloseTo(size, 15)
})

test.each([
  [['adam', 'sgd']],
  [[true, false]],
  [[1, '1']],
  [[1, undefined]],
  [[1, null]],
  [[1, nan]],
  [[1, inf]],
  [[[1], [2]]],
])('other values differ by 1: %j', (values) => {
  expect(configDifferenceSize(of(...values))).toBe(1)
})

test('is 0 when nothing differs', () => {
  expect(configDifferenceSize(of(0, -0))).toBe(0)
  expect(configDifferenceSize(of(2, 2))).toBe(0)
})

test('orders by size, so that the reverse, cut, is the largest few, and ties stay in the order of paths', () => {
  const keys = Array.from({ length: 12 }, (_, at) => `k${String(at).padStart(2, '0')}`)
  const worst = { config: { ...Object.fromEntries(keys.map((key, at) => [key, 100 + at])), name: 'b', other: 'b' } }
  const best = { config: { ...Object.fromEntries(keys.map((key) => [key, 99])), name: 'a', other: 'a' } }
  const largest = diffConfigs([best, worst]).toSorted(Ord.reverse(ordConfigDifferenceBySize).compare).slice(0, 10)
  expect(largest.map(({ path }) => path[0])).toEqual(['name', 'other', ...keys.slice(4).reverse()])
})
