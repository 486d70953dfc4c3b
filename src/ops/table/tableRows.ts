import { cellAt } from '../../history/table/cellAt.ts'
import { notTable } from '../../query/notTable.ts'
import type { RunTable } from '../../query/RunTable.ts'
import type { TableColumn } from '../../types/table/TableColumn.ts'
import { assertNoIssue } from '../../types/wire/argument.ts'
import { setOwn } from '../../types/wire/own.ts'
import { dual } from '../dual.ts'

/**
 * A row of a table as an object: a value by column, `undefined` if it is missing.
 *
 * @typeParam K - The column names.
 * @category Tables
 * @since 0.2.0
 */
export type TableRow<K extends string = string> = Readonly<Record<K, unknown>>

const rowReader = <K extends string>(table: RunTable<K>): ((row: number) => TableRow<K>) => {
  const columns = table.names.map((name) => [name, table.columns[name] as TableColumn] as const)
  return (row) => {
    const object: Record<string, unknown> = {}
    for (const [name, column] of columns) setOwn(object, name, cellAt(column, row))
    return object as TableRow<K>
  }
}

/**
 * Returns a row of a table as an object: a value by column, `undefined` if it is missing, `null` if that is the value.
 *
 * @param table - The table.
 * @param row - The position of the row, from 0.
 * @returns A new object with every column; `undefined` if the table has no such row.
 * @example
 * ```ts
 * import { column } from 'wandb-run-ops/query'
 * import { runTable, tableRow } from 'wandb-run-ops/ops'
 *
 * const runs = [{ config: { lr: 0.1, seed: null } }, { config: { lr: 0.2 } }]
 * const table = runTable(runs, { lr: column.config('lr'), seed: column.config('seed') })
 *
 * tableRow(table, 0) // => { lr: 0.1, seed: null }
 * tableRow(table, 1) // => { lr: 0.2, seed: undefined }
 * tableRow(table, 2) // => undefined
 * ```
 * @category Tables
 * @since 0.2.0
 */
export const tableRow: {
  <K extends string>(table: RunTable<K>, row: number): TableRow<K> | undefined
  (row: number): <K extends string>(table: RunTable<K>) => TableRow<K> | undefined
} = /* @__PURE__ */ dual((table: RunTable, row: number) => {
  assertNoIssue('Invalid argument of tableRow', notTable(table))
  return Number.isInteger(row) && row >= 0 && row < table.length ? rowReader(table)(row) : undefined
}) as never

/**
 * Returns all rows of a table as objects, as {@link tableRow} does.
 *
 * An object takes far more memory than a row of a table: to read a few columns of many runs, use their arrays, or
 * {@link tableColumn}.
 *
 * @param table - The table.
 * @returns A new list with a new object per row.
 * @example
 * ```ts
 * import { column } from 'wandb-run-ops/query'
 * import { runTable, tableRows } from 'wandb-run-ops/ops'
 *
 * const runs = [{ group: 'a', summary: { loss: 0.5 } }, { group: 'b', summary: {} }]
 *
 * tableRows(runTable(runs, { group: column.group, loss: column.summary('loss') })) // => [{ group: 'a', loss: 0.5 }, { group: 'b', loss: undefined }]
 * ```
 * @category Tables
 * @since 0.2.0
 */
export const tableRows = <K extends string>(table: RunTable<K>): ReadonlyArray<TableRow<K>> => {
  assertNoIssue('Invalid argument of tableRows', notTable(table))
  const read = rowReader(table)
  return Array.from({ length: table.length }, (_, row) => read(row))
}

/**
 * Returns the values of a column of a table, one per row: numbers, strings, booleans, dates, lists or JSON, `undefined` where
 * the row has no value, and `null` where that is its value.
 *
 * @param table - The table.
 * @param name - The name of the column.
 * @returns A new list; `undefined` if the table has no such column.
 * @example
 * ```ts
 * import { column } from 'wandb-run-ops/query'
 * import { runTable, tableColumn } from 'wandb-run-ops/ops'
 *
 * const runs = [{ summary: { loss: 0.5 } }, { summary: {} }, { summary: { loss: 0.25 } }]
 * const table = runTable(runs, { loss: column.summary('loss') })
 *
 * tableColumn(table, 'loss') // => [0.5, undefined, 0.25]
 * ```
 * @category Tables
 * @since 0.2.0
 */
export const tableColumn: {
  <K extends string>(table: RunTable<K>, name: K): ReadonlyArray<unknown> | undefined
  (name: string): (table: RunTable<string>) => ReadonlyArray<unknown> | undefined
} = /* @__PURE__ */ dual((table: RunTable, name: string) => {
  assertNoIssue('Invalid argument of tableColumn', notTable(table))
  const column = Object.hasOwn(table.columns, name) ? table.columns[name] : undefined
  return column && Array.from({ length: table.length }, (_, row) => cellAt(column, row))
}) as never
