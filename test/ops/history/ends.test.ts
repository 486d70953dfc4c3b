import { expect, test } from 'vitest'
import { historyFirst, historyLast } from '../../../src/ops/history/ends.ts'
import { history, nothing } from '../../fixtures/ops/history.ts'

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
