import { expect, test } from 'vitest'
import { gatherColumn } from '../../../src/history/table/gatherColumn.ts'
import { tableColumnBuilder } from '../../../src/history/table/tableColumnBuilder.ts'

const gather = (values: ReadonlyArray<unknown>, ...rows: ReadonlyArray<number>) => {
  const builder = tableColumnBuilder()
  for (const value of values) builder.push(value)
  return gatherColumn(builder.build(), Uint32Array.from(rows))
}

test('has the rows in the given order, some of them twice', () => {
  expect(gather([1, 2, 3], 2, 0, 2)).toMatchObject({ type: 'integer', values: Int32Array.of(3, 1, 3) })
  expect(gather([[1], [2, 3], []], 1, 2, 1)).toMatchObject({
    offsets: Int32Array.of(0, 2, 2, 4),
    items: { values: Int32Array.of(2, 3, 2, 3) },
  })
  expect(gather(['a', 'b'], 1)).toMatchObject({ indices: Int32Array.of(1), dictionary: ['a', 'b'] })
})

test('has bitmaps only where a remaining row is missing or null', () => {
  expect(gather([1, undefined, null], 0)).toMatchObject({ valid: undefined, nulls: undefined })
  expect(gather([1, undefined, null], 1, 0)).toMatchObject({
    valid: Uint8Array.of(2, 0, 0, 0, 0, 0, 0, 0),
    nulls: undefined,
  })
})

test('keeps the type, and says which types of JSON remain', () => {
  expect(gather([1, 'a', {}], 0)).toMatchObject({ type: 'json', types: ['number'], values: [1] })
  expect(gather([0.5, 1], 1)).toMatchObject({ type: 'number' })
})
