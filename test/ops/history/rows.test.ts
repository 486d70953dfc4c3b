import { describe, expect, test } from 'vitest'
import { historyAtStep, historyCount, historyKeys, historyLength, historyRows } from '../../../src/ops/history/rows.ts'
import { history, nothing } from '../../fixtures/ops/history.ts'

describe('historyRows', () => {
  test('returns the step and the metrics of each row', () => {
    expect(historyRows(history)).toEqual([
      { _step: 0, loss: Number.NaN, note: 'warm' },
      { _step: 10, loss: 0.5 },
      { _step: 20, loss: 0.9, note: 2 },
      { _step: 30 },
      { _step: 40, loss: 0.5, peak: Number.POSITIVE_INFINITY },
      { _step: 50, loss: 0.9, note: Number.NaN },
    ])
    expect(Object.keys(historyRows(history)[3] ?? {})).toEqual(['_step'])
  })

  test('returns none for an empty history', () => {
    expect(historyRows(nothing)).toEqual([])
  })
})

describe('historyAtStep', () => {
  test('returns the row at the step', () => {
    expect(historyAtStep(history, 40)).toEqual({ _step: 40, loss: 0.5, peak: Number.POSITIVE_INFINITY })
    expect(historyAtStep(0)(history)).toEqual({ _step: 0, loss: Number.NaN, note: 'warm' })
    expect(historyAtStep(history, 30)).toEqual({ _step: 30 })
  })

  test.each([-1, 9, 51, 10.5, Number.NaN, Number.POSITIVE_INFINITY])(
    'returns undefined for step %d, which has no row',
    (step) => {
      expect(historyAtStep(history, step)).toBeUndefined()
      expect(historyAtStep(nothing, step)).toBeUndefined()
    },
  )
})

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
