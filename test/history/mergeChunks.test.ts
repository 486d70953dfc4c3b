import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type ColumnChunk, historyFromRows, historyRows, mergeChunks } from 'wandb-run-ops/ops'
import type { NumberColumn } from 'wandb-run-ops/types'
import { fastConcatColumns } from '../../src/history/mergeChunks.ts'

const whole: NumberColumn = {
  type: 'number',
  values: Float64Array.from({ length: 40 }, (_, row) => row / 2),
  present: Uint8Array.from({ length: 40 }, (_, row) => (row % 7 === 0 ? 0 : 1)),
}

const view = (start: number, end: number, { values, present } = whole): NumberColumn => ({
  type: 'number',
  values: values.subarray(start, end),
  present: present.subarray(start, end),
})

const copy = ({ type, values, present }: NumberColumn): NumberColumn => ({
  type,
  values: values.slice(),
  present: present.slice(),
})

test('is a single view of adjacent views', () => {
  const column = fastConcatColumns([view(3, 10), view(10, 10), view(10, 25)])
  expect(column).toEqual(view(3, 25))
  expect(column?.values.buffer).toBe(whole.values.buffer)
  expect(column?.present.buffer).toBe(whole.present.buffer)
})

test.each([
  ['a gap', [view(0, 3), view(4, 6)]],
  ['another order', [view(3, 6), view(0, 3)]],
  ['a part twice', [view(0, 3), view(0, 3)]],
  ['another buffer', [view(0, 3), copy(view(3, 6))]],
  ['values of another buffer', [view(0, 3), { ...view(3, 6), values: copy(whole).values.subarray(3, 6) }]],
  ['values that are shifted', [view(0, 3), { ...view(3, 6), values: view(2, 5).values }]],
  ['presence of another buffer', [view(0, 3), { ...view(3, 6), present: copy(whole).present.subarray(3, 6) }]],
  ['presence elsewhere', [view(0, 3), { ...view(3, 6), present: view(3, 6).present.slice() }]],
  ['presence that is shifted', [view(0, 3), { ...view(3, 6), present: view(2, 5).present }]],
  ['a part that is missing', [view(0, 3), undefined, view(3, 6)]],
  ['a part that is missing at first', [undefined, view(0, 3)]],
  ['values of another kind', [view(0, 3), { type: 'value' as const, values: [1] }]],
  ['no parts', []],
])('is undefined with %s', (_, parts) => {
  expect(fastConcatColumns(parts)).toBeUndefined()
})

test('a history of adjacent parts equals one of copies', () => {
  const cut = fc.array(fc.tuple(fc.nat(40), fc.nat(12), fc.boolean()), { minLength: 1, maxLength: 6 })
  fc.assert(
    fc.property(cut, fc.boolean(), (cuts, adjoin) => {
      let step = 0
      let end = 0
      const chunks = cuts.map(([from, length, isThere]) => {
        const start = adjoin ? end : from
        end = Math.min(40, start + length)
        const column = view(start, end)
        const steps = Float64Array.from(column.values, () => step++)
        return { steps, columns: new Map(isThere || adjoin ? [['a', column]] : []) }
      })
      const copied = chunks.map(({ steps, columns }) => ({
        steps,
        columns: new Map([...columns].map(([key, column]) => [key, copy(column)])),
      }))
      const [one, other] = [mergeChunks(chunks), mergeChunks(copied)]
      const values = (column: (typeof one)['columns'][string] | undefined) =>
        column?.type === 'number' ? [...column.values].map((value, row) => (column.present[row] ? value : 'none')) : []
      return (
        one.length === other.length &&
        JSON.stringify(one.keys) === JSON.stringify(other.keys) &&
        JSON.stringify(values(one.columns['a'])) === JSON.stringify(values(other.columns['a']))
      )
    }),
  )
})

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
