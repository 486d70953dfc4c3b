import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mergeChunks, type NumberColumn } from 'wandb-run-ops/types'
import { adjoiningColumn } from '../../src/types/adjoiningColumn.ts'

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
  const column = adjoiningColumn([view(3, 10), view(10, 10), view(10, 25)])
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
  expect(adjoiningColumn(parts)).toBeUndefined()
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
