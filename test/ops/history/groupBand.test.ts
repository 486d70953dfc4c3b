import { describe, expect, test } from 'vitest'
import { type GroupBandOptions, groupBand } from '../../../src/ops/history/groupBand.ts'
import type { HistorySeries } from '../../../src/ops/history/series.ts'

const { NaN: nan, POSITIVE_INFINITY: inf } = Number
const seriesOf = (steps: ReadonlyArray<number>, values: ReadonlyArray<number>) => ({
  steps: Float64Array.from(steps),
  values: Float64Array.from(values),
})
const group = [seriesOf([0, 1, 3], [2, nan, 1]), seriesOf([0, 2], [4, nan]), seriesOf([0, 3], [9, 2])]
const plain = (list: ReadonlyArray<HistorySeries>, options: GroupBandOptions) => {
  const { center, lower, upper } = groupBand(list, options)
  return { center: [...center], lower: [...lower], upper: [...upper] }
}

test('a series counts when it has a number', () => {
  const { steps, counts } = groupBand(group, { range: 'none', aggregate: 'mean' })
  expect([...steps]).toEqual([0, 1, 2, 3])
  expect([...counts]).toEqual([3, 0, 0, 2])
})

test.each([
  ['mean', [5, nan, nan, 1.5]],
  ['median', [4, nan, nan, 1.5]],
  ['min', [2, nan, nan, 1]],
  ['max', [9, nan, nan, 2]],
] as const)('the line shows the %s', (aggregate, expected) => {
  expect(plain(group, { range: 'none', aggregate })).toEqual({ center: expected, lower: expected, upper: expected })
  const { lower, center, upper } = plain(group, { range: 'minMax', aggregate })
  expect({ lower, center, upper }).toEqual({ lower: [2, nan, nan, 1], center: expected, upper: [9, nan, nan, 2] })
})

describe('the band', () => {
  // The mean of 2, 4 and 9 is 5, and the mean of the squares of -3, -1 and 4 is 26 / 3.
  const deviation = Math.sqrt(26 / 3)

  test('extends one population standard deviation to either side', () => {
    const { lower, upper } = plain(group, { range: 'stddev', aggregate: 'mean' })
    expect(lower).toEqual([expect.closeTo(5 - deviation, 14), nan, nan, 1])
    expect(upper).toEqual([expect.closeTo(5 + deviation, 14), nan, nan, 2])
  })

  test('extends one standard error to either side', () => {
    const { lower, upper } = plain(group, { range: 'stderr', aggregate: 'mean' })
    expect(lower?.[0]).toBeCloseTo(5 - deviation / Math.sqrt(3), 14)
    expect(upper?.[3]).toBeCloseTo(1.5 + 0.5 / Math.sqrt(2), 14)
  })

  test('surrounds the line, whatever that shows', () => {
    const { lower, upper } = plain(group, { range: 'stddev', aggregate: 'max' })
    expect([lower[0], upper[0]]).toEqual([expect.closeTo(9 - deviation, 14), expect.closeTo(9 + deviation, 14)])
  })
})

test('the median of an even number is between the two in the middle', () => {
  const list = [9, 1, 4, 2].map((value) => seriesOf([0], [value]))
  expect(plain(list, { range: 'none', aggregate: 'median' }).center).toEqual([3])
})

test('an infinity makes the mean infinite and its deviation NaN', () => {
  const list = [1, inf].map((value) => seriesOf([0], [value]))
  expect(plain(list, { range: 'stddev', aggregate: 'mean' })).toEqual({ center: [inf], lower: [nan], upper: [nan] })
  expect(plain(list, { range: 'minMax', aggregate: 'mean' })).toEqual({ center: [inf], lower: [1], upper: [inf] })
})

test('the mean of equal numbers is that number', () => {
  const list = Array.from({ length: 10 }, () => seriesOf([0], [0.1]))
  expect(plain(list, { range: 'minMax', aggregate: 'mean' })).toEqual({ center: [0.1], lower: [0.1], upper: [0.1] })
})

test('works for many series, including sparse ones', () => {
  const list = Array.from({ length: 2000 }, (_, at) => seriesOf([at, at + 5000, 10_000], [at, at, at]))
  const { steps, counts, center } = groupBand(list, { range: 'none', aggregate: 'mean' })
  expect(steps.length).toBe(4001)
  expect([...counts.subarray(0, 4000)].every((count) => count === 1)).toBe(true)
  expect([counts[4000], center[4000], center[1234], center[3234]]).toEqual([2000, 999.5, 1234, 1234])
})

test('the result is empty for no series, it is frozen, and the series can come last', () => {
  const options = { range: 'minMax', aggregate: 'median' } as const
  expect(plain([], options)).toEqual({ center: [], lower: [], upper: [] })
  expect(groupBand(options)(group)).toEqual(groupBand(group, options))
  expect(Object.isFrozen(groupBand(group, options))).toBe(true)
})

test('steps that are NaN do not cause an endless loop', () => {
  const odd = seriesOf([nan, 3], [1, 2])
  expect(groupBand([odd, ...group, odd], { range: 'stddev', aggregate: 'median' }).steps.length).toBeGreaterThan(0)
})
