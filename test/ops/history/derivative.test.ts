import { expect, test } from 'vitest'
import { derivative } from '../../../src/ops/history/derivative.ts'

const { NaN: nan, POSITIVE_INFINITY: inf } = Number
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
