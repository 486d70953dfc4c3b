import { expect, test } from 'vitest'
import { cumulative } from '../../../src/ops/history/cumulative.ts'

const { NaN: nan, POSITIVE_INFINITY: inf } = Number
const cumulated = (how: 'sum' | 'min' | 'max' | 'mean' | 'count', values: ReadonlyArray<number>) => [
  ...cumulative({ steps: Float64Array.from(values.keys()), values: Float64Array.from(values) }, how).values,
]

test.each([
  ['sum', [0, 3, 3, 4, 9]],
  ['min', [nan, 3, 3, 1, 1]],
  ['max', [nan, 3, 3, 3, 5]],
  ['mean', [nan, 3, 3, 2, 3]],
  ['count', [0, 1, 1, 2, 3]],
] as const)('%s goes on over NaN, and starts with nothing', (how, expected) => {
  expect(cumulated(how, [nan, 3, nan, 1, 5])).toEqual(expected)
})

test('infinities count', () => {
  expect(cumulated('sum', [1, inf, 2, -inf])).toEqual([1, inf, inf, nan])
  expect(cumulated('mean', [1, inf, 2, inf, -inf])).toEqual([1, inf, inf, inf, nan])
  expect(cumulated('min', [inf, 1, -inf, 2])).toEqual([inf, 1, -inf, -inf])
  expect(cumulated('max', [-inf, 1, inf, 2])).toEqual([-inf, 1, inf, inf])
  expect(cumulated('count', [inf, -inf])).toEqual([1, 2])
})

test('the mean of large numbers does not overflow', () => {
  expect(cumulated('mean', [Number.MAX_VALUE, Number.MAX_VALUE, -Number.MAX_VALUE])).toEqual([
    Number.MAX_VALUE,
    Number.MAX_VALUE,
    expect.closeTo(Number.MAX_VALUE / 3, -300),
  ])
})

test('the steps are shared, the result is frozen, and the series can come last', () => {
  const series = { steps: Float64Array.of(4), values: Float64Array.of(2) }
  const result = cumulative('sum')(series)
  expect(result).toEqual(series)
  expect(result.steps).toBe(series.steps)
  expect(Object.isFrozen(result)).toBe(true)
  expect(cumulated('min', [])).toEqual([])
})
