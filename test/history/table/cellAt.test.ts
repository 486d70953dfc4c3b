import { expect, test } from 'vitest'
import { cellAt, hasCell } from '../../../src/history/table/cellAt.ts'
import { tableColumnBuilder } from '../../../src/history/table/tableColumnBuilder.ts'

test('tells a missing value from null, and both from a value', () => {
  const builder = tableColumnBuilder()
  for (const value of [undefined, null, Number.NaN]) builder.push(value)
  const column = builder.build()
  expect([0, 1, 2].map((row) => cellAt(column, row))).toEqual([undefined, null, Number.NaN])
  expect([0, 1, 2].map((row) => hasCell(column, row))).toEqual([false, false, true])
})

test('returns the elements of a list, null and undefined included', () => {
  const builder = tableColumnBuilder()
  builder.push(['x'])
  builder.push(['a', null, undefined])
  expect(cellAt(builder.build(), 1)).toEqual(['a', null, undefined])
})
