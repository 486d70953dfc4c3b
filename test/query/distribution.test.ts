import { describe, expect, test } from 'vitest'
import { median, quantile, stddev, variance } from '../../src/query/distribution.ts'
import { noNumbers, statistic, x } from '../ops/runs/statistic.ts'

describe('quantile', async () => {
  const { NaN: nan, MAX_VALUE: max, POSITIVE_INFINITY: inf, NEGATIVE_INFINITY: minusInf } = Number

  test('lies between the two numbers next to it in rank', () => {
    // Ranks 0 to 3: 0.25 is at 0.75, 0.5 at 1.5.
    expect([0, 0.25, 0.5, 1].map((q) => statistic(quantile(x, q), [4, 1, 3, 2]))).toEqual([1, 1.75, 2.5, 4])
  })

  test('sorts numbers as numbers, and ignores other values', () => {
    expect(statistic(median(x), [10, ...noNumbers, 9, 100])).toBe(10)
  })

  test('is the number itself when there is one, and undefined when there is none', () => {
    expect(statistic(quantile(x, 0.3), [5])).toBe(5)
    expect(statistic(quantile(x, 0.3), noNumbers)).toBeUndefined()
    expect(statistic(median(x), [])).toBeUndefined()
  })

  test.each([-0.1, 1.1, nan, inf, minusInf])('is undefined for %d', (q) => {
    expect(statistic(quantile(x, q), [1, 2])).toBeUndefined()
  })

  test('has infinities at the ends, and NaN only between the two', () => {
    expect(statistic(median(x), [inf, inf])).toBe(inf)
    expect(statistic(median(x), [minusInf, 1, inf])).toBe(1)
    expect(statistic(quantile(x, 0.5), [1, inf])).toBe(inf)
    expect(statistic(quantile(x, 0), [1, inf])).toBe(1)
    expect(statistic(median(x), [minusInf, inf])).toBeNaN()
  })

  test('does not overflow on the way', () => {
    expect(statistic(median(x), [-max, max])).toBe(0)
    expect(statistic(median(x), [max, max])).toBe(max)
  })

  test('does not change the order of the runs', () => {
    const values = Object.freeze([3, 1, 2])
    expect(statistic(median(x), values)).toBe(2)
    expect(values).toEqual([3, 1, 2])
  })
})

describe('variance', async () => {
  test('is the sample variance by default, and the population variance on request', () => {
    // Mean 3, squares 4 + 1 + 0 + 9 = 14.
    const values = [1, ...noNumbers, 2, 3, 6]
    expect(statistic(variance(x), values)).toBe(14 / 3)
    expect(statistic(variance(x, 'sample'), values)).toBe(14 / 3)
    expect(statistic(variance(x, 'population'), values)).toBe(3.5)
    expect(statistic(stddev(x), values)).toBeCloseTo(Math.sqrt(14 / 3), 14)
    expect(statistic(stddev(x, 'population'), values)).toBeCloseTo(Math.sqrt(3.5), 14)
  })

  test('is undefined for a sample of fewer than two, and for an empty population', () => {
    expect(statistic(variance(x), [1])).toBeUndefined()
    expect(statistic(stddev(x), [1])).toBeUndefined()
    expect(statistic(variance(x, 'population'), [1])).toBe(0)
    expect(statistic(variance(x, 'population'), noNumbers)).toBeUndefined()
  })

  test('stays accurate when the numbers are large and close together', () => {
    expect(statistic(variance(x), [1e9 + 4, 1e9 + 7, 1e9 + 13, 1e9 + 16])).toBe(30)
  })

  test('is correct when the mean itself is not representable', () => {
    // The mean is 1e16 + 1, between two adjacent numbers.
    expect(statistic(variance(x), [1e16, 1e16 + 2])).toBe(2)
  })

  test('is 0 when all are equal', () => {
    expect(statistic(variance(x), [0.1, 0.1, 0.1])).toBeCloseTo(0, 30)
    expect(statistic(variance(x), [0, -0, 0])).toBe(0)
  })

  test('is NaN when a number is infinite', () => {
    expect(statistic(variance(x), [1, Number.POSITIVE_INFINITY])).toBeNaN()
  })

  test('has a square root when it overflows or underflows itself', () => {
    expect(statistic(variance(x, 'population'), [1e200, -1e200])).toBe(Number.POSITIVE_INFINITY)
    expect(statistic(stddev(x, 'population'), [1e200, -1e200])).toBe(1e200)
    expect(statistic(stddev(x, 'population'), [1e-200, -1e-200])).toBe(1e-200)
    expect(statistic(stddev(x, 'population'), [5e-324, -5e-324])).toBe(5e-324)
    expect(statistic(stddev(x, 'population'), [Number.MAX_VALUE, -Number.MAX_VALUE])).toBe(Number.MAX_VALUE)
  })
})
