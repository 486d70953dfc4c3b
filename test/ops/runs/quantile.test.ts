import { expect, test } from 'vitest'
import { median, quantile } from '../../../src/ops/runs/quantile.ts'
import { figure, noNumbers, x } from './figure.ts'

const { NaN: nan, MAX_VALUE: max, POSITIVE_INFINITY: inf, NEGATIVE_INFINITY: minusInf } = Number

test('lies between the two numbers next to it in rank', () => {
  // Ranks 0 to 3: 0.25 is at 0.75, 0.5 at 1.5.
  expect([0, 0.25, 0.5, 1].map((q) => figure(quantile(x, q), [4, 1, 3, 2]))).toEqual([1, 1.75, 2.5, 4])
})

test('sorts numbers as numbers, and ignores other values', () => {
  expect(figure(median(x), [10, ...noNumbers, 9, 100])).toBe(10)
})

test('is the number itself when there is one, and undefined when there is none', () => {
  expect(figure(quantile(x, 0.3), [5])).toBe(5)
  expect(figure(quantile(x, 0.3), noNumbers)).toBeUndefined()
  expect(figure(median(x), [])).toBeUndefined()
})

test.each([-0.1, 1.1, nan, inf, minusInf])('is undefined for %d', (q) => {
  expect(figure(quantile(x, q), [1, 2])).toBeUndefined()
})

test('has infinities at the ends, and NaN only between the two', () => {
  expect(figure(median(x), [inf, inf])).toBe(inf)
  expect(figure(median(x), [minusInf, 1, inf])).toBe(1)
  expect(figure(quantile(x, 0.5), [1, inf])).toBe(inf)
  expect(figure(quantile(x, 0), [1, inf])).toBe(1)
  expect(figure(median(x), [minusInf, inf])).toBeNaN()
})

test('does not overflow on the way', () => {
  expect(figure(median(x), [-max, max])).toBe(0)
  expect(figure(median(x), [max, max])).toBe(max)
})

test('does not change the order of the runs', () => {
  const values = Object.freeze([3, 1, 2])
  expect(figure(median(x), values)).toBe(2)
  expect(values).toEqual([3, 1, 2])
})
