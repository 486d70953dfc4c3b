import { expect, test } from 'vitest'
import { historyArgmax, historyArgmin } from '../../../src/ops/history/argExtremes.ts'
import { historyFromRows } from '../../../src/types/historyFromRows.ts'
import { history, nothing } from '../../fixtures/ops/history.ts'

test('the steps of the smallest and the largest number are the first of several', () => {
  expect(historyArgmin(history, 'loss')).toBe(10)
  expect(historyArgmax('loss')(history)).toBe(20)
  expect(historyArgmax(history, 'peak')).toBe(40)
})

test('both are undefined when there is no number', () => {
  expect(historyArgmin(nothing, 'loss')).toBeUndefined()
  expect(historyArgmax(historyFromRows([{ _step: 0, a: Number.NaN }]), 'a')).toBeUndefined()
})
