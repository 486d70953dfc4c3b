import { expect, test } from 'vitest'
import { historyColumn } from '../../../src/ops/history/column.ts'
import { history } from '../../fixtures/ops/history.ts'

test("returns the history's own column", () => {
  expect(historyColumn(history, 'loss')).toBe(history.columns['loss'])
  expect(historyColumn('note')(history)?.values).toEqual(['warm', undefined, 2, undefined, undefined, Number.NaN])
})

test.each(['accuracy', '_step', 'toString', '__proto__'])(
  'returns undefined for %s, which the history has not',
  (key) => {
    expect(historyColumn(history, key)).toBeUndefined()
  },
)
