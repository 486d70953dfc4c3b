import { expect, test } from 'vitest'
import { cumulative, derivative, rank } from '../../../src/ops/history/transforms.ts'

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

const seriesOf = (steps: ReadonlyArray<number>, values: ReadonlyArray<number>) => ({
  steps: Float64Array.from(steps),
  values: Float64Array.from(values),
})

test('the change per step is at the later of two steps', () => {
  expect(derivative(seriesOf([0, 1, 5], [2, 5, 3]))).toEqual(seriesOf([1, 5], [3, -0.5]))
})

test('NaN makes the changes to it and from it NaN, an infinity makes them infinite', () => {
  expect(derivative(seriesOf([0, 1, 2, 3, 4], [1, nan, 2, inf, 0])).values).toEqual(
    Float64Array.of(nan, nan, inf, -inf),
  )
})

test('fewer than two points have no change', () => {
  expect(derivative(seriesOf([], []))).toEqual(seriesOf([], []))
  expect(derivative(seriesOf([3], [1]))).toEqual(seriesOf([], []))
})

test('the series is frozen', () => {
  expect(Object.isFrozen(derivative(seriesOf([0, 1], [0, 1])))).toBe(true)
})

const columns = (...all: ReadonlyArray<ReadonlyArray<number>>) =>
  all.map((values) => ({ steps: Float64Array.from(values.keys()), values: Float64Array.from(values) }))
const ranked = (list: ReturnType<typeof columns>, direction: 'asc' | 'desc') =>
  rank(list, direction).map(({ values }) => [...values])

test('the smallest is first, or the largest', () => {
  const list = columns([3, 1], [1, 2], [2, 3])
  expect(ranked(list, 'asc')).toEqual([
    [3, 1],
    [1, 2],
    [2, 3],
  ])
  expect(ranked(list, 'desc')).toEqual([
    [1, 3],
    [3, 2],
    [2, 1],
  ])
})

test('equal values share the lowest rank, and the next ranks are skipped', () => {
  expect(ranked(columns([5], [2], [5], [9], [0]), 'asc')).toEqual([[3], [2], [3], [5], [1]])
  expect(ranked(columns([5], [2], [5], [9], [0]), 'desc')).toEqual([[2], [4], [2], [1], [5]])
  for (const direction of ['asc', 'desc'] as const) expect(ranked(columns([0], [-0]), direction)).toEqual([[1], [1]])
})

test('NaN has no rank and does not affect others; infinities have one', () => {
  expect(ranked(columns([nan], [inf], [1], [-inf]), 'asc')).toEqual([[nan], [3], [2], [1]])
  expect(ranked(columns([nan], [inf], [1], [-inf]), 'desc')).toEqual([[nan], [1], [2], [3]])
  expect(ranked(columns([nan], [nan]), 'asc')).toEqual([[nan], [nan]])
})

test('ranks exist only at steps that all series have', () => {
  const [first] = columns([1, 2, 3])
  const later = { steps: Float64Array.of(2, 4), values: Float64Array.of(0, 0) }
  const list = rank(first === undefined ? [] : [first, later], 'asc')
  expect(list.map(({ steps, values }) => [[...steps], [...values]])).toEqual([
    [[2], [2]],
    [[2], [1]],
  ])
})

test('the result is empty for no series, everything is frozen, and the list can come last', () => {
  expect(rank([], 'asc')).toEqual([])
  const list = rank('desc')(columns([1], [2]))
  expect(list).toEqual(columns([2], [1]))
  expect([list, ...list].every(Object.isFrozen)).toBe(true)
})
