import { type ColumnPart, concatColumns } from '../../history/table/concatColumns.ts'
import { tableColumnBuilder } from '../../history/table/tableColumnBuilder.ts'
import type { Column } from '../../query/Column.ts'
import { invalidQuery } from '../../query/Filter.ts'
import { firstIssue, type QueryIssue } from '../../query/filterIssue.ts'
import { notTable } from '../../query/notTable.ts'
import { makeRunTable, type NamedColumn, type RunTable } from '../../query/RunTable.ts'
import type { TableColumn } from '../../types/table/TableColumn.ts'
import { assertNoIssue } from '../../types/wire/argument.ts'
import { getOwn, typeName } from '../../types/wire/own.ts'

const columnIn = ({ columns }: RunTable, name: string): TableColumn | undefined =>
  getOwn(columns, name) as TableColumn | undefined

const missingRows = (length: number): TableColumn => {
  const cells = tableColumnBuilder()
  cells.pushMissing(length)
  return cells.build()
}

/** What a column reads, if it reads the same in all tables that have it. */
const sharedSource = (tables: ReadonlyArray<RunTable>, name: string): Column | undefined => {
  const [first, ...others] = tables.map(({ sources }) => getOwn(sources, name) as Column | undefined)
  const text = JSON.stringify(first)
  return others.every((other) => JSON.stringify(other) === text) ? first : undefined
}

const notTables = (tables: unknown): QueryIssue =>
  Array.isArray(tables)
    ? firstIssue(tables, (table, index) => notTable(table, ['tables', index]))
    : invalidQuery(['tables'], `must be a list such as [vision, speech], got ${typeName(tables)}`)

const concatenated = (tables: ReadonlyArray<RunTable>, name: string): NamedColumn => {
  const having = tables.filter((table) => columnIn(table, name) !== undefined)
  // Columns without a value have no say in the type, but the first of them if there is no other: one that was there.
  const first = columnIn(having[0] as RunTable, name) as TableColumn
  const parts: ReadonlyArray<ColumnPart> = [
    { column: first, length: 0 },
    ...tables.map((table) => ({ column: columnIn(table, name) ?? missingRows(table.length), length: table.length })),
  ]
  return { name, column: concatColumns(parts), source: sharedSource(having, name) }
}

/**
 * Joins tables one below the other, such as those of several projects. The result has all columns that any table has, in
 * order of first appearance; a row has no value in a column that its table did not have.
 *
 * A column has the type that holds all its values: integers and numbers become `number`, other types `json`.
 *
 * @param tables - The tables.
 * @returns A new table.
 * @throws `TypeError` if it is not a list of tables.
 * @example
 * ```ts
 * import { column } from 'wandb-run-ops/query'
 * import { runTable, tableConcat, tableRows } from 'wandb-run-ops/ops'
 *
 * const vision = runTable([{ project: 'vision', config: { lr: 1 } }], { project: column.project, lr: column.config('lr') })
 * const speech = runTable([{ project: 'speech' }], { project: column.project })
 *
 * tableRows(tableConcat([vision, speech])) // => [{ project: 'vision', lr: 1 }, { project: 'speech', lr: undefined }]
 * ```
 * @category Tables
 * @since 0.2.0
 */
export const tableConcat = <T extends RunTable>(
  tables: ReadonlyArray<T>,
): RunTable<T extends RunTable<infer K> ? K : never> => {
  assertNoIssue('Invalid argument of tableConcat', notTables(tables))
  const names = new Set(tables.flatMap((table) => table.names))
  const length = tables.reduce((sum, table) => sum + table.length, 0)
  return makeRunTable(
    length,
    [...names].map((name) => concatenated(tables, name)),
  )
}
