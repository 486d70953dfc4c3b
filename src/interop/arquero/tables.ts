import { ColumnTable } from 'arquero'
import { runTable } from '../../ops/table/runTable.ts'
import type { Column } from '../../query/Column.ts'
import { notTable } from '../../query/notTable.ts'
import type { RunTable } from '../../query/RunTable.ts'
import type { History, HistoryColumn } from '../../types/run/History.ts'
import type { TableColumn } from '../../types/table/TableColumn.ts'
import { assertNoIssue } from '../../types/wire/argument.ts'
import { setOwn } from '../../types/wire/own.ts'
import type { AnyRuns, RunsOf } from '../operationNames.ts'
import { type ArqueroColumn, columnCells } from './columnCells.ts'

/** The values of a metric; numbers that every row has are not copied. */
const metricCells = (column: HistoryColumn): ArqueroColumn => {
  if (column.type === 'value') return column.values
  const { present, values } = column
  return present.includes(0)
    ? Array.from(values, (value, row) => (present[row] === 1 ? value : undefined))
    : column.values
}

const tableOf = (columns: ReadonlyArray<readonly [name: string, values: ArqueroColumn]>): ColumnTable => {
  const data: Record<string, unknown> = {}
  for (const [name, values] of columns) setOwn(data, name, values)
  return new ColumnTable(
    data as ConstructorParameters<typeof ColumnTable>[0],
    columns.map(([name]) => name),
  )
}

/**
 * Converts a table of runs to an Arquero table, with the same rows and columns, without copying: Arquero reads the cells
 * where they are.
 *
 * Values are those of `tableRows`: times are `Date`s, missing values are `undefined`, and `null` is `null`. NaN stays NaN;
 * Arquero's aggregates skip all three. Columns may have any name, but some verbs of Arquero lose one named `__proto__` or
 * `''`.
 *
 * @param table - The table.
 * @returns A new Arquero table. Columns of numbers without missing values are the arrays of the table, so never write to
 *   them.
 * @throws `TypeError` if the table is not one.
 * @example
 * ```ts
 * import { tableToArquero } from 'wandb-run-ops/arquero'
 * import { runTable } from 'wandb-run-ops/ops'
 *
 * const runs = [{ config: { lr: 0.1, optimizer: 'adam' } }, { config: { lr: 0.2 } }]
 * const table = tableToArquero(runTable(runs)).select('config.optimizer', 'config.lr')
 *
 * table.objects() // => [{ 'config.optimizer': 'adam', 'config.lr': 0.1 }, { 'config.optimizer': undefined, 'config.lr': 0.2 }]
 * ```
 * @category Interop
 * @since 0.2.0
 */
export const tableToArquero = (table: RunTable): ColumnTable => {
  assertNoIssue('Invalid argument of tableToArquero', notTable(table))
  return tableOf(table.names.map((name) => [name, columnCells(table.columns[name] as TableColumn, table.length)]))
}

/**
 * Converts runs to an Arquero table, with a row per run and the given columns, both in order: the table of `runTable`, as
 * {@link tableToArquero} converts it.
 *
 * @param columns - The columns by name.
 * @param runs - The runs; without columns, the table has all light fields, config keys and summary keys of any run.
 * @returns The table, or, of columns, a function from runs to it.
 * @example
 * ```ts
 * import { desc } from 'arquero'
 * import { toArquero } from 'wandb-run-ops/arquero'
 * import { column } from 'wandb-run-ops/query'
 *
 * const runs = [
 *   { config: { optimizer: 'adam' }, summary: { accuracy: 0.91 } },
 *   { config: { optimizer: 'sgd' }, summary: { accuracy: 0.94 } },
 *   { config: { optimizer: 'adam' }, summary: {} },
 * ]
 * const table = toArquero({ optimizer: column.config('optimizer'), accuracy: column.summary('accuracy') })(runs)
 *
 * table.groupby('optimizer').rollup({ best: 'op.max(d.accuracy)' }).orderby(desc('best')).objects() // => [{ optimizer: 'sgd', best: 0.94 }, { optimizer: 'adam', best: 0.91 }]
 * toArquero(runs).columnNames().slice(-2) // => ['config.optimizer', 'summary.accuracy']
 * ```
 * @category Interop
 * @since 0.1.0
 */
export function toArquero<T extends Readonly<Record<string, Column>>>(runs: RunsOf<T>, columns: T): ColumnTable
export function toArquero<T extends Readonly<Record<string, Column>>>(columns: T): (runs: RunsOf<T>) => ColumnTable
export function toArquero(runs: AnyRuns): ColumnTable
export function toArquero(
  first: ReadonlyArray<unknown> | Readonly<Record<string, Column>>,
  columns?: Readonly<Record<string, Column>>,
): unknown {
  if (Array.isArray(first))
    return tableToArquero(columns === undefined ? runTable(first as AnyRuns) : runTable(first as never, columns))
  const toTable = runTable(first as Readonly<Record<string, Column>>)
  return (runs: ReadonlyArray<never>) => tableToArquero(toTable(runs))
}

/**
 * Converts a history to an Arquero table, with a row per step, ascending: `_step`, then a column per metric.
 *
 * Values that were not logged are `undefined`; NaN stays NaN. Names are not split: `d['val/loss']`.
 *
 * @param history - A history.
 * @returns A new table. `_step` and metrics without missing values share their arrays with the history and must not be
 *   modified.
 * @example
 * ```ts
 * import { historyToArquero } from 'wandb-run-ops/arquero'
 * import { historyFromRows } from 'wandb-run-ops/ops'
 *
 * const history = historyFromRows([{ _step: 0, 'val/loss': 0.9 }, { _step: 5, 'val/loss': 0.4 }])
 *
 * historyToArquero(history).rollup({ least: "op.min(d['val/loss'])" }).objects() // => [{ least: 0.4 }]
 * ```
 * @category Interop
 * @since 0.1.0
 */
export const historyToArquero = (history: History): ColumnTable =>
  tableOf([
    ['_step', history.steps],
    ...history.keys.map((key) => [key, metricCells(history.columns[key] as HistoryColumn)] as const),
  ])
