import { expect, expectTypeOf, test } from 'vitest'
import { type Column, type ColumnField, column } from 'wandb-run-ops/query'
import type { RunFields } from 'wandb-run-ops/types'
import { columnRows, computedColumns } from '../../src/query/columnFields.ts'
import { runFieldRows } from '../../src/types/run/fields.ts'

test('columns are the fields with a column in the table of runs, and the computed ones', () => {
  const inTable = Object.keys(runFieldRows).filter((name) => runFieldRows[name]?.sql !== undefined)
  expect([...columnRows.keys()]).toEqual([...inTable, ...Object.keys(computedColumns)])
  expect(columnRows.has('appUrl')).toBe(false)
  expect(columnRows.get('toString')).toBeUndefined()
})

test('the builders have a column for each row', () => {
  for (const name of columnRows.keys()) expect(column[name as ColumnField]).toEqual({ _tag: 'Field', name })
})

test('ids and users are strings, and computed columns need the fields that they read', () => {
  expectTypeOf(column.id).toEqualTypeOf<Column<string, Pick<RunFields, 'id'>>>()
  expectTypeOf(column.user).toEqualTypeOf<Column<string | undefined, Pick<RunFields, 'user'>>>()
  expectTypeOf(column.heartbeatAt).toEqualTypeOf<Column<Date | undefined, Pick<RunFields, 'heartbeatAt'>>>()
  expectTypeOf(column.name).toEqualTypeOf<Column<string, Pick<RunFields, 'displayName' | 'id'>>>()
  expectTypeOf(column.runtime).toEqualTypeOf<Column<number, Pick<RunFields, 'createdAt' | 'heartbeatAt'>>>()
})
