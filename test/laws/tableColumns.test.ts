import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { test } from 'vitest'
import { cellAt } from '../../src/history/table/cellAt.ts'
import { concatColumns } from '../../src/history/table/concatColumns.ts'
import { gatherColumn } from '../../src/history/table/gatherColumn.ts'
import { tableColumnBuilder } from '../../src/history/table/tableColumnBuilder.ts'
import type { TableColumn } from '../../src/types/table/TableColumn.ts'
import { frozenCopy } from '../../src/types/wire/freeze.ts'
import { cells } from '../arbitraries/cell.ts'
import { thoroughLaw } from './law.ts'

const build = (values: ReadonlyArray<unknown>): TableColumn => {
  const builder = tableColumnBuilder()
  for (const value of values) builder.push(value)
  return builder.build()
}

/** An invalid date is equal to no date. */
const named = (value: unknown): unknown =>
  frozenCopy(value, (leaf) => (leaf instanceof Date && Number.isNaN(leaf.getTime()) ? 'Invalid Date' : leaf))

const hasCells = (column: TableColumn, values: ReadonlyArray<unknown>): boolean =>
  values.every((value, row) => isDeepStrictEqual(named(cellAt(column, row)), named(value)))

const hasOneType = (values: ReadonlyArray<unknown>): boolean =>
  new Set(
    values.flatMap((value) =>
      value === undefined || value === null ? [] : [value instanceof Date ? 'time' : typeof value],
    ),
  ).size <= 1 && !values.some((value) => typeof value === 'object' && value !== null && !(value instanceof Date))

test('a column has every value that was added, and JSON only where types differ or a value is an object', () => {
  thoroughLaw(cells, (values) => {
    const column = build(values)
    return hasCells(column, values) && (column.type !== 'json' || !hasOneType(values))
  })
})

test('some rows of a column are the column of some values', () => {
  const gathered = cells.chain((values) =>
    fc.tuple(fc.constant(values), fc.array(fc.nat(Math.max(0, values.length - 1)), { maxLength: values.length && 30 })),
  )
  thoroughLaw(gathered, ([values, rows]) => {
    const column = build(values)
    const found = gatherColumn(column, Uint32Array.from(rows))
    return (
      found.type === column.type &&
      hasCells(
        found,
        rows.map((row) => values[row]),
      )
    )
  })
})

test('joined columns are the column of all values', () => {
  thoroughLaw(fc.array(cells, { minLength: 1, maxLength: 4 }), (parts) => {
    const joined = concatColumns(parts.map((values) => ({ column: build(values), length: values.length })))
    const all = parts.flat()
    const hasValue = all.some((value) => value !== undefined && value !== null)
    return hasCells(joined, all) && (!hasValue || isDeepStrictEqual(joined.type, build(all).type))
  })
})

test('all rows of all columns, one after the other, are the same arrays', () => {
  thoroughLaw(cells, (values) => {
    const column = build(values)
    const rows = Uint32Array.from(values, (_, row) => row)
    return isDeepStrictEqual(gatherColumn(column, rows), column)
  })
})
