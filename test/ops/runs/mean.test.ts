import { expect, test } from 'vitest'
import { mean } from '../../../src/ops/runs/mean.ts'
import { figure, noNumbers, x } from './figure.ts'

const { MAX_VALUE: max, POSITIVE_INFINITY: inf, NEGATIVE_INFINITY: minusInf } = Number

test('uses only the numbers', () => {
  expect(figure(mean(x), [1, ...noNumbers, 2, 6])).toBe(3)
})

test('is undefined when there is no number', () => {
  expect(figure(mean(x), [])).toBeUndefined()
  expect(figure(mean(x), noNumbers)).toBeUndefined()
})

test('is finite when the sum is not', () => {
  expect(figure(mean(x), [max, max])).toBe(max)
  expect(figure(mean(x), [max, max, -max, -max])).toBe(0)
})

test('is infinite when a number is, and NaN when two have opposite signs', () => {
  expect(figure(mean(x), [1, inf])).toBe(inf)
  expect(figure(mean(x), [minusInf, inf])).toBeNaN()
})
