import { expect, test } from 'vitest'
import { historyCount, historyKeys, historyLength } from '../../../src/ops/history/keys.ts'
import { history, nothing } from '../../fixtures/ops/history.ts'

test('keys come in the order in which they first appear, without the step', () => {
  expect(historyKeys(history)).toEqual(['loss', 'note', 'peak'])
  expect(historyKeys(nothing)).toEqual([])
})

test('the length counts all rows, the count those with a value', () => {
  expect(historyLength(history)).toBe(6)
  expect(historyCount(history, 'loss')).toBe(5)
  expect(historyCount('note')(history)).toBe(3)
  expect(historyCount(history, 'toString')).toBe(0)
  expect(historyLength(nothing)).toBe(0)
})
