import { expect, test } from 'vitest'
import { historyFromRows } from '../../../src/history/historyFromRows.ts'
import {
  historyArgmax,
  historyArgmin,
  historyFirst,
  historyLast,
  historyMax,
  historyMean,
  historyMin,
} from '../../../src/ops/history/extremes.ts'
import { history, nothing } from '../../fixtures/ops/history.ts'

test('the smallest and the largest number ignore NaN and values that are not numbers', () => {
  expect(historyMin(history, 'loss')).toBe(0.5)
  expect(historyMax('loss')(history)).toBe(0.9)
  expect(historyMin(history, 'note')).toBe(2)
  expect(historyMax(history, 'note')).toBe(2)
})

test('infinities count', () => {
  expect(historyMin(history, 'peak')).toBe(Number.POSITIVE_INFINITY)
  const low = historyFromRows([
    { _step: 0, a: Number.NEGATIVE_INFINITY },
    { _step: 1, a: 0 },
  ])
  expect(historyMin(low, 'a')).toBe(Number.NEGATIVE_INFINITY)
  expect(historyMax(low, 'a')).toBe(0)
})

test('both are undefined when there is no number', () => {
  const broken = historyFromRows([
    { _step: 0, a: Number.NaN },
    { _step: 1, b: 'x' },
  ])
  for (const [one, key] of [
    [broken, 'a'],
    [broken, 'b'],
    [nothing, 'a'],
    [broken, 'toString'],
  ] as const) {
    expect(historyMin(one, key)).toBeUndefined()
    expect(historyMax(one, key)).toBeUndefined()
  }
})

test('the steps of the smallest and the largest number are the first of several', () => {
  expect(historyArgmin(history, 'loss')).toBe(10)
  expect(historyArgmax('loss')(history)).toBe(20)
  expect(historyArgmax(history, 'peak')).toBe(40)
})

test('both are undefined when there is no number', () => {
  expect(historyArgmin(nothing, 'loss')).toBeUndefined()
  expect(historyArgmax(historyFromRows([{ _step: 0, a: Number.NaN }]), 'a')).toBeUndefined()
})

test('the first and the last value come from rows that have one', () => {
  expect(historyFirst(history, 'note')).toBe('warm')
  expect(historyFirst('peak')(history)).toBe(Number.POSITIVE_INFINITY)
  expect(historyLast(history, 'loss')).toBe(0.9)
  expect(historyLast('peak')(history)).toBe(Number.POSITIVE_INFINITY)
})

test('NaN is a value', () => {
  expect(historyFirst(history, 'loss')).toBeNaN()
  expect(historyLast(history, 'note')).toBeNaN()
})

test.each([history, nothing])('a missing metric has no first and no last value', (one) => {
  expect(historyFirst(one, 'accuracy')).toBeUndefined()
  expect(historyLast(one, 'accuracy')).toBeUndefined()
})

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
