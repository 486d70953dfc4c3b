import { expect, test } from 'vitest'
import { sum } from '../../../src/ops/runs/sum.ts'
import { figure, noNumbers, x } from './figure.ts'

const { MAX_VALUE: max, POSITIVE_INFINITY: inf, NEGATIVE_INFINITY: minusInf } = Number

test('adds numbers, and ignores other values', () => {
  expect(figure(sum(x), [1, ...noNumbers, 2.5])).toBe(3.5)
})

test('is 0 when there is no number', () => {
  expect(figure(sum(x), [])).toBe(0)
  expect(figure(sum(x), noNumbers)).toBe(0)
})

test('compensates for rounding errors, in any order', () => {
  expect(figure(sum(x), [1, 1e100, 1, -1e100])).toBe(2)
  expect(figure(sum(x), [1e100, 1, -1e100, 1])).toBe(2)
  expect(figure(sum(x), Array(10).fill(0.1))).toBe(1)
})

test('is infinite when a number is, and NaN when two have opposite signs', () => {
  expect(figure(sum(x), [1, inf])).toBe(inf)
  expect(figure(sum(x), [minusInf, 1])).toBe(minusInf)
  expect(figure(sum(x), [inf, minusInf])).toBeNaN()
})

test('is finite when only a partial sum overflows', () => {
  expect(figure(sum(x), [max, max, -max])).toBe(max)
  expect(figure(sum(x), [max, max])).toBe(inf)
})
