import { expect, expectTypeOf, test } from 'vitest'
import { runTable } from '../../../src/ops/table/runTable.ts'
import { type TableRow, tableColumn, tableRow, tableRows } from '../../../src/ops/table/tableRows.ts'
import { column } from '../../../src/query/columnBuilders.ts'

const table = runTable([{ config: { a: 1 } }, { config: { a: null } }, { config: {} }], {
  a: column.config('a'),
  ['__proto__']: column.config('a'),
})

test('a row has every column, undefined where the value is missing', () => {
  expect(Object.entries(tableRow(table, 0) ?? {})).toEqual([
    ['a', 1],
    ['__proto__', 1],
  ])
  expect(tableRow(1)(table)?.a).toBe(null)
  expect(Object.hasOwn(tableRow(table, 2) ?? {}, 'a')).toBe(true)
  expectTypeOf(tableRow(table, 0)).toEqualTypeOf<TableRow<'a' | '__proto__'> | undefined>()
})

test('a table has no row before the first, between two, or after the last', () => {
  expect([-1, 3, 0.5, Number.NaN].map((row) => tableRow(table, row))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('rows are all rows', () => {
  expect(tableRows(table)).toEqual([0, 1, 2].map((row) => tableRow(table, row)))
})

test('a column is a list of values, and there is none of another name', () => {
  expect(tableColumn(table, 'a')).toEqual([1, null, undefined])
  expect(tableColumn('__proto__')(table as never)).toEqual([1, null, undefined])
  expect(tableColumn(table, 'constructor' as never)).toBe(undefined)
})
