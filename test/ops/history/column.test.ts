import { expect, test } from 'vitest'
import { historyColumn } from '../../../src/ops/history/column.ts'
import { history } from '../../fixtures/ops/history.ts'

test('gives the very column of the history', () => {
  expect(historyColumn(history, 'loss')).toBe(history.columns['loss'])
  expect(historyColumn('note')(history)?.values).toEqual(['warm', undefined, 2, undefined, undefined, Number.NaN])
})

test.each(['accuracy', '_step', 'toString', '__proto__'])(
  'gives undefined for %s, which the history has not',
  (key) => {
    expect(historyColumn(history, key)).toBeUndefined()
  },
)
