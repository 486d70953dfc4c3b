import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { historyRows } from '../../../src/ops/history/rows.ts'
import { historySlice } from '../../../src/ops/history/slice.ts'
import { history, nothing } from '../../fixtures/ops/history.ts'

describe('historySlice', () => {
  test('returns the rows from the first bound, and before the second', () => {
    expect(historyRows(historySlice(history, { minStep: 10, maxStep: 40 }))).toEqual([
      { _step: 10, loss: 0.5 },
      { _step: 20, loss: 0.9, note: 2 },
      { _step: 30 },
    ])
    expect(historyRows(historySlice({ minStep: 41 })(history))).toEqual([{ _step: 50, loss: 0.9, note: Number.NaN }])
  })

  test('leaves out metrics without a value in the range', () => {
    expect(historySlice(history, { maxStep: 11 }).keys).toEqual(['loss', 'note'])
    expect(historySlice(history, { minStep: 30, maxStep: 31 })).toMatchObject({ keys: [], length: 1 })
  })

  test('does not copy numbers', () => {
    const part = historySlice(history, { minStep: 10 })
    expect(part.steps.buffer).toBe(history.steps.buffer)
    const buffers = [part, history].map(({ columns: { loss } }) => loss?.type === 'number' && loss.values.buffer)
    expect(buffers[0]).toBe(buffers[1])
    expect(buffers[0]).toBeInstanceOf(ArrayBuffer)
  })

  test.each([{ minStep: 30, maxStep: 10 }, { minStep: 99 }, { maxStep: 0 }])('has no rows for %o', (range) => {
    expect(historySlice(history, range)).toMatchObject({ length: 0, keys: [], columns: {} })
    expect(historySlice(nothing, range).length).toBe(0)
  })

  test('ignores a bound that is NaN', () => {
    expect(historySlice(history, { minStep: Number.NaN, maxStep: Number.NaN })).toEqual(history)
  })

  test('keeps all rows when cut in two anywhere', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5, max: 60 }), (step) => {
        const parts = [historySlice(history, { maxStep: step }), historySlice(history, { minStep: step })]
        return JSON.stringify(parts.flatMap(historyRows)) === JSON.stringify(historyRows(history))
      }),
    )
  })
})
