import { expect, test } from 'vitest'
import { stddev, variance } from '../../../src/ops/runs/variance.ts'
import { figure, noNumbers, x } from './figure.ts'

test('is the sample variance by default, and the population variance on request', () => {
  // Mean 3, squares 4 + 1 + 0 + 9 = 14.
  const values = [1, ...noNumbers, 2, 3, 6]
  expect(figure(variance(x), values)).toBe(14 / 3)
  expect(figure(variance(x, 'sample'), values)).toBe(14 / 3)
  expect(figure(variance(x, 'population'), values)).toBe(3.5)
  expect(figure(stddev(x), values)).toBeCloseTo(Math.sqrt(14 / 3), 14)
  expect(figure(stddev(x, 'population'), values)).toBeCloseTo(Math.sqrt(3.5), 14)
})

test('is undefined for a sample of fewer than two, and for an empty population', () => {
  expect(figure(variance(x), [1])).toBeUndefined()
  expect(figure(stddev(x), [1])).toBeUndefined()
  expect(figure(variance(x, 'population'), [1])).toBe(0)
  expect(figure(variance(x, 'population'), noNumbers)).toBeUndefined()
})

test('stays accurate when the numbers are large and close together', () => {
  expect(figure(variance(x), [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])).toBe(30)
})

test('is correct when the mean itself is not representable', () => {
  // The mean is 1e16 + 1, between two adjacent numbers.
  expect(figure(variance(x), [1e16, 1e16 + 2])).toBe(2)
})

test('is 0 when all are equal', () => {
  expect(figure(variance(x), [0.1, 0.1, 0.1])).toBeCloseTo(0, 30)
  expect(figure(variance(x), [0, -0, 0])).toBe(0)
})

test('is NaN when a number is infinite', () => {
  expect(figure(variance(x), [1, Number.POSITIVE_INFINITY])).toBeNaN()
})

test('has a square root when it overflows or underflows itself', () => {
  expect(figure(variance(x, 'population'), [1e200, -1e200])).toBe(Number.POSITIVE_INFINITY)
  expect(figure(stddev(x, 'population'), [1e200, -1e200])).toBe(1e200)
  expect(figure(stddev(x, 'population'), [1e-200, -1e-200])).toBe(1e-200)
  expect(figure(stddev(x, 'population'), [5e-324, -5e-324])).toBe(5e-324)
  expect(figure(stddev(x, 'population'), [Number.MAX_VALUE, -Number.MAX_VALUE])).toBe(Number.MAX_VALUE)
})
