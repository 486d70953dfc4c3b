import { tableColumnBuilder } from '../../history/table/tableColumnBuilder.ts'
import { type Column, type ColumnRun, fieldType } from '../../query/Column.ts'
import { keyDicts, lightColumns } from '../../query/defaultColumns.ts'
import { invalidQuery } from '../../query/Filter.ts'
import { columnIssue, firstIssue, type QueryIssue } from '../../query/filterIssue.ts'
import { notTable } from '../../query/notTable.ts'
import { makeRunTable, type NamedColumn, type RunTable } from '../../query/RunTable.ts'
import type { TableColumn } from '../../types/table/TableColumn.ts'
import { assertNoIssue } from '../../types/wire/argument.ts'
import { isObject, typeName } from '../../types/wire/own.ts'
import { columnReader } from '../match/readColumn.ts'
import { keyColumns, type PartialRun } from './keyColumns.ts'

/** Columns by name. */
type ColumnsByName = Readonly<Record<string, Column>>

type FillColumn = (runs: ReadonlyArray<unknown>) => TableColumn

/** Compiles a column to a function that reads it from runs: the public signatures ensure that these have what it reads. */
const columnFiller = (column: Column): FillColumn => {
  const read = columnReader(column) as (run: unknown) => unknown
  const emptyType = fieldType(column)
  return (runs) => {
    const cells = tableColumnBuilder({ emptyType, capacity: runs.length })
    for (let row = 0; row < runs.length; row += 1) cells.push(read(runs[row]))
    return cells.build()
  }
}

const columnsIssue = (columns: unknown): QueryIssue => {
  if (!isObject(columns))
    return invalidQuery([], `must be an object such as { lr: column.config('lr') }, got ${typeName(columns)}`)
  if (notTable(columns) === undefined) return invalidQuery([], 'must be columns or runs, got a table of runs')
  return firstIssue(Object.entries(columns), ([name, column]) => columnIssue(column, [name]))
}

const tableFiller = (columns: ColumnsByName): ((runs: ReadonlyArray<unknown>) => RunTable) => {
  assertNoIssue('The columns of runTable', columnsIssue(columns))
  const fillers = Object.entries(columns).map(([name, source]) => ({ name, source, fill: columnFiller(source) }))
  return (runs) =>
    makeRunTable(
      runs.length,
      fillers.map(({ name, source, fill }): NamedColumn => ({ name, source, column: fill(runs) })),
    )
}

const allColumns = (runs: ReadonlyArray<PartialRun>): RunTable =>
  makeRunTable(runs.length, [
    ...Object.entries(lightColumns()).map(
      ([name, source]): NamedColumn => ({ name, source, column: columnFiller(source)(runs) }),
    ),
    ...keyDicts.flatMap((kind) => keyColumns(runs, kind)),
  ])

/**
 * Makes a table of runs: a row per run, in order, and a column per value. The table is a copy: it does not change with the
 * runs.
 *
 * Without `columns`, the table has the light fields under their names (`user` is the username), then a column
 * `config.<key>` for each key of any config, and `summary.<key>` for each key of any summary, in order of first
 * appearance. Keys are used as they are, never split; an object is one value.
 *
 * The type of a column is found from its values: `integer`, `number`, `time`, `boolean`, `text`, or `list` with elements
 * of one type. Values of several types, and objects, make it `json`. Missing values and `null` are told apart; `NaN` is a
 * number. A column without values has the type of its field, such as `text` for `group`; in config, summary and history it
 * is of type `number`.
 *
 * @param runs - The runs.
 * @param columns - The columns by name, which may be any string; all by default.
 * @returns The table, or, without runs, a function from runs to the table.
 * @throws `TypeError` if a column is not one.
 * @example
 * ```ts
 * import { column } from 'wandb-run-ops/query'
 * import { runTable, tableRows } from 'wandb-run-ops/ops'
 *
 * const runs = [
 *   { state: 'finished', config: { lr: 0.1 }, summary: { loss: 0.5 } },
 *   { state: 'crashed', config: { lr: 0.2 }, summary: {} },
 * ]
 * const table = runTable(runs, { state: column.state, lr: column.config('lr'), loss: column.summary('loss') })
 *
 * table.names // => ['state', 'lr', 'loss']
 * table.columns.lr.type // => 'number'
 * tableRows(table)[1] // => { state: 'crashed', lr: 0.2, loss: undefined }
 * runTable(runs).names.slice(-2) // => ['config.lr', 'summary.loss']
 * ```
 * @category Tables
 * @since 0.2.0
 */
export function runTable<T extends ColumnsByName>(
  runs: ReadonlyArray<ColumnRun<T[keyof T]>>,
  columns: T,
): RunTable<keyof T & string>
export function runTable(runs: ReadonlyArray<PartialRun>): RunTable
export function runTable<T extends ColumnsByName>(
  columns: T,
): (runs: ReadonlyArray<ColumnRun<T[keyof T]>>) => RunTable<keyof T & string>
export function runTable(
  first: ReadonlyArray<unknown> | ColumnsByName,
  columns?: ColumnsByName,
): RunTable | ((runs: ReadonlyArray<unknown>) => RunTable) {
  if (!Array.isArray(first)) return tableFiller(first as ColumnsByName)
  return columns === undefined ? allColumns(first) : tableFiller(columns)(first)
}
