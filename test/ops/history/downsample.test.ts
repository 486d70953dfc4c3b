import { describe, expect, test } from 'vitest'
import { type DownsampleOptions, downsample } from '../../../src/ops/history/downsample.ts'
import type { HistorySeries } from '../../../src/ops/history/series.ts'

const { NaN: nan, POSITIVE_INFINITY: inf } = Number
const seriesOf = (values: ReadonlyArray<number>, steps: ReadonlyArray<number> = [...values.keys()]) => ({
  steps: Float64Array.from(steps),
  values: Float64Array.from(values),
})
const ten = seriesOf([5, 4, 9, 3, 1, 2, 7, 7, 0, 6])
const stepsOf = (series: HistorySeries, options: DownsampleOptions) => [...downsample(series, options).steps]
const methods = ['every', 'minMax', 'lttb'] as const

describe.each(methods)('%s', (method) => {
  test('returns the series itself when it has no more points', () => {
    expect(downsample(ten, { method, n: 10 })).toBe(ten)
    expect(downsample(ten, { method, n: inf })).toBe(ten)
    expect(downsample(seriesOf([]), { method, n: 0 })).toEqual(seriesOf([]))
  })

  test('returns the ends, the first point, or nothing for 2, 1 and 0', () => {
    expect(stepsOf(ten, { method, n: 2 })).toEqual([0, 9])
    expect(stepsOf(ten, { method, n: 1 })).toEqual([0])
    for (const n of [0, 0.9, -1, -inf, nan]) expect(stepsOf(ten, { method, n })).toEqual([])
  })

  test('rounds a fraction down', () => {
    expect(downsample(ten, { method, n: 6.9 })).toEqual(downsample(ten, { method, n: 6 }))
  })

  test('applies the range first, and keeps the ends of what is left', () => {
    const steps = stepsOf(ten, { method, n: 4, minStep: 2, maxStep: 8 })
    expect([steps[0], steps.at(-1)]).toEqual([2, 7])
    expect(stepsOf(ten, { method, n: 4, minStep: 6.5, maxStep: 8.5 })).toEqual([7, 8])
    expect(stepsOf(ten, { method, n: 4, minStep: 8, maxStep: 2 })).toEqual([])
  })

  test('keeps ends that are not finite', () => {
    const { values } = downsample(seriesOf([nan, 1, 2, 3, 4, 5, inf]), { method, n: 4 })
    expect([values[0], values.at(-1)]).toEqual([nan, inf])
  })

  test('returns a result when nothing is a number', () => {
    const { steps, values } = downsample(seriesOf(Array.from({ length: 9 }, () => nan)), { method, n: 5 })
    expect([steps[0], steps.at(-1)]).toEqual([0, 8])
    expect([...values].every(Number.isNaN)).toBe(true)
  })
})

describe('every', () => {
  test('keeps evenly spaced points', () => {
    expect(stepsOf(ten, { method: 'every', n: 4 })).toEqual([0, 3, 6, 9])
    expect(stepsOf(ten, { method: 'every', n: 3 })).toEqual([0, 5, 9])
  })

  test('keeps every stride-th point and the last', () => {
    expect(stepsOf(ten, { method: 'every', stride: 4 })).toEqual([0, 4, 8, 9])
    expect(stepsOf(ten, { method: 'every', stride: 3.7 })).toEqual([0, 3, 6, 9])
    expect(stepsOf(ten, { method: 'every', stride: 2, minStep: 3, maxStep: 7 })).toEqual([3, 5, 6])
    for (const stride of [9, 10, 1e300, inf]) expect(stepsOf(ten, { method: 'every', stride })).toEqual([0, 9])
  })

  test.each([1, 0, -2, nan])('leaves none out with a stride of %d', (stride) => {
    expect(downsample(ten, { method: 'every', stride })).toBe(ten)
  })

  test.each([0, 1, 2])('leaves none of %d points out', (length) => {
    const few = seriesOf([5, 6].slice(0, length))
    for (const stride of [3, inf]) expect(downsample(few, { method: 'every', stride })).toBe(few)
  })
})

describe('minMax', () => {
  test('keeps the smallest and the largest of each bucket in order', () => {
    // Two buckets: 4 9 3 1 and 2 7 7 0.
    expect(stepsOf(ten, { method: 'minMax', n: 6 })).toEqual([0, 2, 4, 6, 8, 9])
    expect(stepsOf(ten, { method: 'minMax', n: 7 })).toEqual([0, 2, 4, 6, 8, 9])
    expect(stepsOf(ten, { method: 'minMax', n: 3 })).toEqual([0, 9])
  })

  test('keeps one point of a bucket whose points are all equal', () => {
    expect(stepsOf(seriesOf([1, 2, 2, 2, 3]), { method: 'minMax', n: 4 })).toEqual([0, 1, 4])
  })

  test('ignores NaN but not infinities', () => {
    expect(stepsOf(seriesOf([0, nan, 3, 2, nan, 0]), { method: 'minMax', n: 4 })).toEqual([0, 2, 3, 5])
    expect(stepsOf(seriesOf([0, 1, inf, -inf, 2, 0]), { method: 'minMax', n: 4 })).toEqual([0, 2, 3, 5])
    expect(stepsOf(seriesOf([0, nan, nan, nan, nan, 0]), { method: 'minMax', n: 4 })).toEqual([0, 1, 5])
  })
})

describe('lttb', () => {
  test('keeps the point of the largest triangle', () => {
    // Buckets 1 0 and 8 2. The first: from (0, 0) to the mean (3.5, 5), twice the areas are |1 * 5 - 3.5 * 1| = 1.5 and
    // |2 * 5 - 3.5 * 0| = 10. The second: from (2, 0) to (5, 0), 8 is the farthest.
    expect(stepsOf(seriesOf([0, 1, 0, 8, 2, 0]), { method: 'lttb', n: 4 })).toEqual([0, 2, 3, 5])
  })

  test('keeps a peak among points on a line', () => {
    const peak = seriesOf(Array.from({ length: 100 }, (_, at) => (at === 37 ? 50 : 0)))
    expect(stepsOf(peak, { method: 'lttb', n: 10 })).toContain(37)
  })

  test('keeps the first of points that are equally good', () => {
    expect(stepsOf(seriesOf([1, 1, 1, 1, 1, 1, 1, 1]), { method: 'lttb', n: 4 })).toEqual([0, 1, 4, 7])
  })

  test('ignores values that are not finite', () => {
    expect(stepsOf(seriesOf([0, inf, 1, nan, 2, 0]), { method: 'lttb', n: 4 })).toEqual([0, 2, 4, 5])
    expect(stepsOf(seriesOf([0, nan, nan, 3, 9, 0]), { method: 'lttb', n: 4 })).toEqual([0, 1, 3, 5])
    expect(stepsOf(seriesOf([nan, 3, 9, 1, 8, 0]), { method: 'lttb', n: 4 })).toEqual([0, 1, 4, 5])
  })
})

test('keeps values at their steps, copies the numbers that it keeps, and takes the series last', () => {
  const some = downsample({ method: 'every', n: 3 })(ten)
  expect(some).toEqual(seriesOf([5, 2, 6], [0, 5, 9]))
  expect(Object.isFrozen(some)).toBe(true)
})
