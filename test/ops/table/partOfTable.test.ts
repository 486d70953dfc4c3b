import { expect, expectTypeOf, test } from 'vitest'
import { tableSelect, tableSlice } from '../../../src/ops/table/partOfTable.ts'
import { runTable } from '../../../src/ops/table/runTable.ts'
import { tableColumn } from '../../../src/ops/table/tableRows.ts'
import { column } from '../../../src/query/columnBuilders.ts'
import type { RunTable } from '../../../src/query/RunTable.ts'

const table = runTable(
  ['a', 'b', 'c'].map((group) => ({ group, config: { lr: 1 } })),
  { group: column.group, lr: column.config('lr') },
)

test('tableSelect shares the columns and what they read, in the given order', () => {
  const part = tableSelect(table, ['lr', 'group', 'lr'])
  expect(part.names).toEqual(['lr', 'group'])
  expect(part.columns.lr).toBe(table.columns.lr)
  expect(part.sources.lr).toEqual(column.config('lr'))
  expect(tableSelect(['lr'])(table).names).toEqual(['lr'])
  expectTypeOf(tableSelect(table, ['lr'])).toEqualTypeOf<RunTable<'lr'>>()
})

test('tableSelect refuses a name that the table does not have', () => {
  expect(() => tableSelect(table, ['gruop' as never])).toThrow(
    'The names of tableSelect: "gruop" is not a column of the table: the nearest is group.',
  )
  expect(() => tableSelect(table, ['__proto__' as never])).toThrow('they are group, lr.')
  expect(() => tableSelect(runTable([{ summary: { loss: 1 } }]), ['loss'])).toThrow('the nearest is summary.loss.')
  expect(() => tableSelect(runTable([{ summary: { loss: 1 } }]), ['xyzxyzxyz'])).toThrow(
    'historyLineCount, computeSeconds and 1 more.',
  )
})

test('tableSlice takes the rows that slice of a list takes', () => {
  const all = tableColumn(table, 'group') ?? []
  for (const range of [[0, 2], [1], [-1], [2, 1], [5], [-9, 9], [1, -1], [0.5, 2]] as ReadonlyArray<
    [number, number?]
  >) {
    const part = tableSlice(table, ...range)
    expect([part.length, tableColumn(part, 'group')]).toEqual([all.slice(...range).length, all.slice(...range)])
    expect(tableSlice(...range)(table)).toEqual(part)
  }
})

test('arguments of other types are refused', () => {
  expect(() => tableSelect(table, 'lr' as never)).toThrow(
    "Invalid argument of tableSelect: names must be a list of names such as ['config.lr'], got string.",
  )
  expect(() => tableSlice(table, '1' as never)).toThrow('start must be the number of a row, got string.')
  expect(() => tableSlice(table, 0, '1' as never)).toThrow('end must be the number of a row, got string.')
})
