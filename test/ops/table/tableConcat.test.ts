import { expect, expectTypeOf, test } from 'vitest'
import { runTable } from '../../../src/ops/table/runTable.ts'
import { tableConcat } from '../../../src/ops/table/tableConcat.ts'
import { tableRows } from '../../../src/ops/table/tableRows.ts'
import { column } from '../../../src/query/columnBuilders.ts'
import type { RunTable } from '../../../src/query/RunTable.ts'

const lr = column.config('lr')
const a = runTable([{ config: { lr: 1, on: true } }, { config: {} }], { lr, on: column.config('on') })
const b = runTable([{ group: 'g', config: { lr: 0.5 } }], { group: column.group, lr })

test('has the rows of all tables, and the columns of any in order of first appearance', () => {
  const joined = tableConcat([a, b])
  expect(joined.names).toEqual(['lr', 'on', 'group'])
  expectTypeOf(joined).toEqualTypeOf<RunTable<'lr' | 'on' | 'group'>>()
  expect(joined.length).toBe(3)
  expect(tableRows(joined)).toEqual([
    { lr: 1, on: true, group: undefined },
    { lr: undefined, on: undefined, group: undefined },
    { lr: 0.5, on: undefined, group: 'g' },
  ])
  expect(Object.values(joined.columns).map(({ type }) => type)).toEqual(['number', 'boolean', 'text'])
})

test('a column without any value keeps the type of the first that was there', () => {
  const empty = runTable([{ group: undefined }], { group: column.group })
  expect(tableConcat([a, empty]).columns['group']?.type).toBe('text')
})

test('a column that reads something else in another table has no source', () => {
  const other = runTable([{ summary: { lr: 2 } }], { lr: column.summary('lr') })
  expect(tableConcat([a, b]).sources).toEqual({ lr, on: column.config('on'), group: column.group })
  expect(tableConcat([a, other]).sources).toEqual({ on: column.config('on') })
})

test('no tables make none, and one makes itself', () => {
  expect(tableConcat([])).toEqual({ length: 0, names: [], columns: {}, sources: {} })
  expect(tableConcat([a])).toEqual(a)
})

test('tables one by one, instead of a list of them, are refused', () => {
  expect(() => tableConcat(...([a, b] as unknown as [[]]))).toThrow(
    'Invalid argument of tableConcat: tables must be a list such as [vision, speech], got object.',
  )
})
