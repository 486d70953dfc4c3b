import { describe, expect, test } from 'vitest'
import { bin } from '../../../src/ops/history/bin.ts'

const { NaN: nan, POSITIVE_INFINITY: inf } = Number
const seriesOf = (steps: ReadonlyArray<number>, values: ReadonlyArray<number>) => ({
  steps: Float64Array.from(steps),
  values: Float64Array.from(values),
})
const series = seriesOf([-1, 0, 4, 10, 11, 29, 30], [1, 2, nan, 5, 3, 7, nan])

describe('with a width', () => {
  test('bins start at its multiples, and those without a number are left out', () => {
    expect(bin(series, { width: 10 })).toEqual([
      { minStep: -10, maxStep: 0, count: 1, mean: 1, min: 1, max: 1 },
      { minStep: 0, maxStep: 10, count: 1, mean: 2, min: 2, max: 2 },
      { minStep: 10, maxStep: 20, count: 2, mean: 4, min: 3, max: 5 },
      { minStep: 20, maxStep: 30, count: 1, mean: 7, min: 7, max: 7 },
    ])
  })

  test('rounding at boundaries is corrected', () => {
    const steps = Array.from({ length: 100 }, (_, at) => at / 10)
    for (const width of [0.1, 0.3, 0.7, 1 / 3])
      for (const { minStep, maxStep, min, max } of bin(seriesOf(steps, steps), { width }))
        expect(minStep <= min && max < maxStep).toBe(true)
  })

  test.each([0, -1, nan, inf])('%d makes one bin', (width) => {
    expect(bin(series, { width })).toEqual([{ minStep: -1, maxStep: 30, count: 5, mean: 3.6, min: 1, max: 7 }])
  })
})

describe('with a count', () => {
  test('bins are equally wide, and the last includes the last step', () => {
    expect(bin(seriesOf([0, 4, 5, 10], [1, 2, 3, 5]), { count: 2 })).toEqual([
      { minStep: 0, maxStep: 5, count: 2, mean: 1.5, min: 1, max: 2 },
      { minStep: 5, maxStep: 10, count: 2, mean: 4, min: 3, max: 5 },
    ])
  })

  test.each([1, 1.9, 0, -4, nan, -inf])('%d makes one bin', (count) => {
    expect(bin(series, { count })).toEqual([{ minStep: -1, maxStep: 30, count: 5, mean: 3.6, min: 1, max: 7 }])
  })

  test.each([1e9, 1e300, inf])('%d makes one bin per number, not that many', (count) => {
    expect(bin(series, { count }).map(({ mean }) => mean)).toEqual([1, 2, 5, 3, 7])
  })

  test('one step is one bin', () => {
    expect(bin(seriesOf([3], [8]), { count: 5 })).toEqual([
      { minStep: 3, maxStep: 3, count: 1, mean: 8, min: 8, max: 8 },
    ])
  })
})

test('infinities count', () => {
  expect(bin(seriesOf([0, 1], [-inf, 2]), { count: 1 })).toMatchObject([{ count: 2, mean: -inf, min: -inf, max: 2 }])
  expect(bin(seriesOf([0, 1], [-inf, inf]), { count: 1 })).toMatchObject([{ count: 2, mean: nan, min: -inf, max: inf }])
})

test('numbers whose sum overflows have a mean', () => {
  const large = Number.MAX_VALUE
  expect(bin(seriesOf([0, 1, 2], [large, large, large]), { count: 1 })[0]?.mean).toBe(large)
})

test('a series without numbers has no bins, and the list is frozen', () => {
  expect(bin({ count: 3 })(seriesOf([], []))).toEqual([])
  expect(bin({ width: 3 })(seriesOf([1, 2], [nan, nan]))).toEqual([])
  const bins = bin(series, { width: 10 })
  expect([bins, ...bins].every(Object.isFrozen)).toBe(true)
})
