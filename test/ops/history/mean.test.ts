import { expect, test } from 'vitest'
import { historyMean } from '../../../src/ops/history/mean.ts'
import { historyFromRows } from '../../../src/types/historyFromRows.ts'
import { history, nothing } from '../../fixtures/ops/history.ts'

const meanOf = (...values: ReadonlyArray<number>) =>
  historyMean(historyFromRows(values.map((a, _step) => ({ _step, a }))), 'a')

test('the mean ignores NaN, gaps and values that are not numbers', () => {
  expect(historyMean(history, 'loss')).toBe(0.7)
  expect(historyMean('note')(history)).toBe(2)
})

test('infinities make it infinite, or NaN when they have opposite signs', () => {
  expect(meanOf(1, Number.POSITIVE_INFINITY)).toBe(Number.POSITIVE_INFINITY)
  expect(meanOf(Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY)).toBeNaN()
})

test('numbers whose sum overflows have a mean', () => {
  expect(meanOf(Number.MAX_VALUE, Number.MAX_VALUE)).toBe(Number.MAX_VALUE)
  expect(meanOf(Number.MAX_VALUE, Number.MAX_VALUE, Number.NaN)).toBe(Number.MAX_VALUE)
})

test('it is undefined when there is no number', () => {
  expect(meanOf(Number.NaN)).toBeUndefined()
  expect(historyMean(nothing, 'loss')).toBeUndefined()
})
