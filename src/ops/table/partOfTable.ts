import { gatherColumn } from '../../history/table/gatherColumn.ts'
import { keyDicts, keyName } from '../../query/defaultColumns.ts'
import { invalidQuery } from '../../query/Filter.ts'
import type { QueryIssue } from '../../query/filterIssue.ts'
import { notTable } from '../../query/notTable.ts'
import { makeRunTable, type NamedColumn, type RunTable } from '../../query/RunTable.ts'
import type { TableColumn } from '../../types/table/TableColumn.ts'
import { assertNoIssue } from '../../types/wire/argument.ts'
import { nearestNames } from '../../types/wire/nearest.ts'
import { getOwn, typeName } from '../../types/wire/own.ts'
import { dual } from '../dual.ts'

const noColumn = (table: RunTable, name: string) => {
  const keys = keyDicts.map((dict) => keyName(dict, name)).filter((key) => Object.hasOwn(table.columns, key))
  const nearest = keys.length > 0 ? keys : nearestNames(name, table.names)
  const rest = table.names.length > 20 ? ` and ${table.names.length - 20} more` : ''
  const all = `they are ${table.names.slice(0, 20).join(', ')}${rest}`
  const hint = nearest.length > 0 ? `the nearest is ${nearest[0]}` : all
  return { field: JSON.stringify(name).slice(0, 100), reason: `is not a column of the table: ${hint}` }
}

const named = (table: RunTable, name: string): NamedColumn => {
  const column = getOwn(table.columns, name)
  assertNoIssue('The names of tableSelect', column === undefined ? noColumn(table, name) : undefined)
  return { name, column: column as TableColumn, source: getOwn(table.sources, name) as NamedColumn['source'] }
}

const notNames = (names: unknown): QueryIssue =>
  Array.isArray(names) && names.every((name) => typeof name === 'string')
    ? undefined
    : invalidQuery(['names'], `must be a list of names such as ['config.lr'], got ${typeName(names)}`)

/**
 * Returns a table with some columns of another, in the given order.
 *
 * @param table - The table.
 * @param names - The names of the columns.
 * @returns A table that shares the columns.
 * @throws `TypeError` if the table has no such column, or is not one.
 * @example
 * ```ts
 * import { runTable, tableSelect } from 'wandb-run-ops/ops'
 *
 * const table = runTable([{ id: 'a', config: { lr: 0.1, seed: 3 } }])
 *
 * tableSelect(table, ['config.lr', 'id']).names // => ['config.lr', 'id']
 * ```
 * @category Tables
 * @since 0.2.0
 */
export const tableSelect: {
  <K extends string, N extends K>(table: RunTable<K>, names: ReadonlyArray<N>): RunTable<N>
  <N extends string>(names: ReadonlyArray<N>): (table: RunTable<string>) => RunTable<N>
} = /* @__PURE__ */ dual((table: RunTable, names: ReadonlyArray<string>) => {
  assertNoIssue('Invalid argument of tableSelect', notTable(table) ?? notNames(names))
  return makeRunTable(
    table.length,
    [...new Set(names)].map((name) => named(table, name)),
  )
}) as never

/** The rows that `slice` of a list with as many elements would return. */
const slicedRows = (length: number, start: number, end: number | undefined): Uint32Array => {
  const rows = Uint32Array.from({ length }, (_, row) => row)
  return rows.subarray(start, end)
}

const notPosition = (name: string, value: unknown): QueryIssue =>
  typeof value === 'number' ? undefined : invalidQuery([name], `must be the number of a row, got ${typeName(value)}`)

const slice = (table: RunTable, start: number, end: number | undefined): RunTable => {
  const issue =
    notTable(table) ?? notPosition('start', start) ?? (end === undefined ? undefined : notPosition('end', end))
  assertNoIssue('Invalid argument of tableSlice', issue)
  const rows = slicedRows(table.length, start, end)
  return makeRunTable(
    rows.length,
    table.names.map((name): NamedColumn => {
      const whole = named(table, name)
      return { ...whole, column: gatherColumn(whole.column, rows) }
    }),
  )
}

/**
 * Returns a table with the rows from `start` up to `end`, which is not included: positions as those of a list's `slice`, so
 * that a negative one counts from the end.
 *
 * @param table - The table.
 * @param start - The first row.
 * @param end - The row after the last; the end of the table by default.
 * @returns A new table.
 * @throws `TypeError` if the table is not one, or a position is not a number.
 * @example
 * ```ts
 * import { column } from 'wandb-run-ops/query'
 * import { runTable, tableColumn, tableSlice } from 'wandb-run-ops/ops'
 *
 * const table = runTable([{ group: 'a' }, { group: 'b' }, { group: 'c' }], { group: column.group })
 *
 * tableColumn(tableSlice(table, 0, 2), 'group') // => ['a', 'b']
 * tableColumn(tableSlice(table, -1), 'group') // => ['c']
 * ```
 * @category Tables
 * @since 0.2.0
 */
export function tableSlice<K extends string>(table: RunTable<K>, start: number, end?: number): RunTable<K>
export function tableSlice(start: number, end?: number): <K extends string>(table: RunTable<K>) => RunTable<K>
export function tableSlice(
  first: RunTable | number,
  second?: number,
  third?: number,
): RunTable | ((table: RunTable) => RunTable) {
  return typeof first === 'number' ? (table) => slice(table, first, second) : slice(first, second ?? 0, third)
}
