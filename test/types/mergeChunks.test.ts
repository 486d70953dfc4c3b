import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { historyRows } from 'wandb-run-ops/ops'
import { type ColumnChunk, historyFromRows, mergeChunks } from 'wandb-run-ops/types'

const numbers = (values: ReadonlyArray<number | undefined>) => ({
  type: 'number' as const,
  values: Float64Array.from(values, (value) => value ?? 0),
  present: Uint8Array.from(values, (value) => (value === undefined ? 0 : 1)),
})

const chunk = (
  steps: ReadonlyArray<number>,
  columns: Readonly<Record<string, ColumnChunk['columns'] extends ReadonlyMap<string, infer C> ? C : never>>,
): ColumnChunk => ({ steps: Float64Array.from(steps), columns: new Map(Object.entries(columns)) })

describe('mergeChunks', () => {
  test('merges chunks without common steps', () => {
    const history = mergeChunks([
      chunk([0, 2, 4], { train_loss: numbers([9, 8, 7]) }),
      chunk([1, 3], { val_loss: numbers([6, 5]) }),
    ])
    expect(historyRows(history)).toEqual([
      { _step: 0, train_loss: 9 },
      { _step: 1, val_loss: 6 },
      { _step: 2, train_loss: 8 },
      { _step: 3, val_loss: 5 },
      { _step: 4, train_loss: 7 },
    ])
  })

  test('concatenates consecutive chunks', () => {
    const history = mergeChunks([
      chunk([0, 1], { a: numbers([1, undefined]) }),
      chunk([2, 3], { a: numbers([3, 4]), b: { type: 'value', values: ['x', undefined] } }),
    ])
    expect(historyRows(history)).toEqual([
      { _step: 0, a: 1 },
      { _step: 1 },
      { _step: 2, a: 3, b: 'x' },
      { _step: 3, a: 4 },
    ])
  })

  test('merges a step in two chunks into one row, and the later value wins', () => {
    const history = mergeChunks([chunk([5], { a: numbers([1]), b: numbers([1]) }), chunk([5], { a: numbers([2]) })])
    expect(historyRows(history)).toEqual([{ _step: 5, a: 2, b: 1 }])
  })

  test('keeps a value if the later chunk has none', () => {
    const history = mergeChunks([chunk([5], { a: numbers([1]) }), chunk([5], { a: numbers([undefined]) })])
    expect(historyRows(history)).toEqual([{ _step: 5, a: 1 }])
  })

  test('makes a number column of a value column with only numbers, and a value column of two different ones', () => {
    const values = { type: 'value' as const, values: [1, undefined, 3] }
    expect(mergeChunks([chunk([0, 1, 2], { a: values })]).columns['a']).toEqual(numbers([1, undefined, 3]))
    expect(
      mergeChunks([chunk([0], { a: numbers([1]) }), chunk([1], { a: { type: 'value', values: ['x'] } })]).columns['a'],
    ).toEqual({ type: 'value', values: [1, 'x'] })
  })

  test('leaves out metrics without a value', () => {
    const none = { type: 'value' as const, values: [undefined] }
    expect(mergeChunks([chunk([0], { a: numbers([undefined]), b: none })])).toMatchObject({ keys: [], length: 1 })
  })

  test('reuses the columns of a single chunk without copying', () => {
    const one = chunk([0, 1], { a: numbers([1, 2]) })
    expect(mergeChunks([one]).columns['a']).toBe(one.columns.get('a'))
  })

  test('reuses the columns of chunks with the same steps, unless they share a metric', () => {
    const one = chunk([0, 1], { a: numbers([1, 2]), b: numbers([1, undefined]) })
    const other = chunk([0, 1], { b: numbers([undefined, 4]), c: numbers([5, undefined]) })
    const { columns } = mergeChunks([one, other])
    expect(columns['a']).toBe(one.columns.get('a'))
    expect(columns['b']).toEqual(numbers([1, 4]))
    expect(columns['c']).toBe(other.columns.get('c'))
  })

  test('copies the columns of a chunk with all steps in another order, or only some of them', () => {
    const one = chunk([1, 0], { a: numbers([1, 2]) })
    expect(mergeChunks([one]).columns['a']).toEqual(numbers([2, 1]))
    expect(mergeChunks([one, chunk([0, 1], { b: numbers([3, 4]) })]).columns['a']).toEqual(numbers([2, 1]))
    expect(mergeChunks([chunk([1], { a: numbers([1]) }), chunk([0, 1], {})]).columns['a']).toEqual(
      numbers([undefined, 1]),
    )
  })

  test('passes on source, sampled and failures', () => {
    const failures = [{ path: [], expected: 'x', actual: 'y' }]
    expect(mergeChunks([], { source: 'mixed', sampled: true, failures })).toMatchObject({
      source: 'mixed',
      sampled: true,
      failures,
    })
  })

  test('does not depend on how rows are divided into chunks', () => {
    const cells = fc.array(fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer()), { maxLength: 12 })
    fc.assert(
      fc.property(cells, fc.nat(12), (rows, cut) => {
        const one = rows.map(([step, a]) => ({ _step: step, a }))
        const parts = [one.slice(0, cut), one.slice(cut)].map((part) =>
          chunk(
            part.map(({ _step }) => _step),
            { a: numbers(part.map(({ a }) => a)) },
          ),
        )
        return JSON.stringify(historyRows(mergeChunks(parts))) === JSON.stringify(historyRows(historyFromRows(one)))
      }),
    )
  })
})
