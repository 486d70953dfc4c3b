import type { Table } from 'apache-arrow'
import { runTable } from '../../ops/table/runTable.ts'
import type { Column } from '../../query/Column.ts'
import type { History, HistoryColumn } from '../../types/run/History.ts'
import type { AnyRuns, RunsOf } from '../operationNames.ts'
import { arrowTable } from './arrowTable.ts'
import { historyFromTable } from './history.ts'
import { metricColumn, stepColumn } from './historyColumn.ts'
import { encodeHistoryMetadata } from './origin.ts'
import { tableToArrow } from './runTables.ts'

/**
 * Converts runs to an Arrow table, with a row per run and the given columns, both in order: the table of `runTable`, as
 * {@link tableToArrow} converts it.
 *
 * @param columns - The columns by name. A name may be any string. As in `runTable`, they may come after the runs.
 * @param runs - The runs; without columns, the table has all light fields, config keys and summary keys of any run.
 * @returns The table, or, of columns, a function from runs to it. The table is new and shares nothing with the runs.
 * @example
 * ```ts
 * import { tableFromIPC, tableToIPC } from 'apache-arrow'
 * import { runsToArrow } from 'wandb-run-ops/arrow'
 * import { column } from 'wandb-run-ops/query'
 *
 * const runs = [
 *   { config: { optimizer: 'adam' }, summary: { loss: 0.25 } },
 *   { config: { optimizer: 'sgd' }, summary: {} },
 * ]
 * const table = runsToArrow({ optimizer: column.config('optimizer'), loss: column.summary('loss') })(runs)
 *
 * table.getChild('loss')?.toJSON() // => [0.25, null]
 * tableFromIPC(tableToIPC(table, 'file')).getChild('optimizer')?.toJSON() // => ['adam', 'sgd']
 * runsToArrow(runs).schema.names.slice(-2) // => ['config.optimizer', 'summary.loss']
 * ```
 * @category Interop
 * @since 0.1.0
 */
export function runsToArrow<T extends Readonly<Record<string, Column>>>(runs: RunsOf<T>, columns: T): Table
export function runsToArrow<T extends Readonly<Record<string, Column>>>(columns: T): (runs: RunsOf<T>) => Table
export function runsToArrow(runs: AnyRuns): Table
export function runsToArrow(
  first: ReadonlyArray<unknown> | Readonly<Record<string, Column>>,
  columns?: Readonly<Record<string, Column>>,
): unknown {
  if (Array.isArray(first))
    return tableToArrow(columns === undefined ? runTable(first as AnyRuns) : runTable(first as never, columns))
  const toTable = runTable(first as Readonly<Record<string, Column>>)
  return (runs: ReadonlyArray<never>) => tableToArrow(toTable(runs))
}

/**
 * Converts a history to an Arrow table, with a row per step, ascending: `_step`, then a column per metric.
 *
 * `_step` and metrics of whole numbers are `Int32`, or `Int64` if one has more than 32 bits; other numbers are `Float64`,
 * where NaN is a number. Values that were not logged are null. Other metrics have the types of {@link tableToArrow}. The
 * source of the rows, whether they are sampled, and the rows that could not be read are in the metadata of the schema.
 *
 * @param history - A history.
 * @returns A new table. Columns of `Float64` share their arrays with the history and must not be modified.
 * @example
 * ```ts
 * import { historyToArrow } from 'wandb-run-ops/arrow'
 * import { historyFromRows } from 'wandb-run-ops/ops'
 *
 * const history = historyFromRows([{ _step: 0, loss: 0.9 }, { _step: 5, loss: Number.NaN, phase: 'end' }])
 * const table = historyToArrow(history)
 *
 * table.schema.names // => ['_step', 'loss', 'phase']
 * table.getChild('loss')?.toJSON() // => [0.9, NaN]
 * table.getChild('phase')?.toJSON() // => [null, 'end']
 * ```
 * @category Interop
 * @since 0.1.0
 */
export const historyToArrow = (history: History): Table =>
  arrowTable(
    history.length,
    [stepColumn(history.steps), ...history.keys.map((key) => metricColumn(key, history.columns[key] as HistoryColumn))],
    encodeHistoryMetadata(history),
  )

/**
 * Converts an Arrow table with a column `_step` to a history, such as a table from {@link historyToArrow}.
 *
 * Rows may be in any order; rows with the same step are merged. Columns of any numeric type become numeric metrics, and
 * integers beyond 2^53 are rounded. Columns of the extension type `arrow.json` are parsed. Values of other types are as
 * Arrow's reader returns them, times in milliseconds. Null is a missing value. A row without a finite step is reported in
 * `failures`; without a column `_step`, every row is. The first of several columns with the same name is used.
 *
 * @param table - A table of one or more batches.
 * @returns The history. If the rows are in order and the table has one batch, columns of doubles share their arrays with it.
 * @example
 * ```ts
 * import { tableFromIPC, tableToIPC } from 'apache-arrow'
 * import { historyFromArrow, historyToArrow } from 'wandb-run-ops/arrow'
 * import { historyRows } from 'wandb-run-ops/ops'
 * import { historyFromRows } from 'wandb-run-ops/ops'
 *
 * const history = historyFromRows([{ _step: 0, loss: 0.9 }, { _step: 5, 'val/loss': [1, Number.NaN] }])
 * const file = tableToIPC(historyToArrow(history), 'file')
 *
 * historyRows(historyFromArrow(tableFromIPC(file))) // => [{ _step: 0, loss: 0.9 }, { _step: 5, 'val/loss': [1, NaN] }]
 * ```
 * @category Interop
 * @since 0.1.0
 */
export const historyFromArrow = (table: Table): History => historyFromTable(table)
