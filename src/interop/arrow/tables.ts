import { makeData, RecordBatch, Schema, Struct, Table } from 'apache-arrow'
import { type RunTable, type TableColumn, toTable } from '../../ops/runs/toTable.ts'
import type { Column } from '../../query/Column.ts'
import type { History, HistoryColumn } from '../../types/run/History.ts'
import type { RunsOf } from '../operationNames.ts'
import { type ArrowColumn, arrowColumn, stepColumn } from './column.ts'
import { historyFromTable } from './history.ts'
import { encodeHistoryMetadata } from './origin.ts'

/** Makes a table of one batch. Columns are matched by position, so that names need not be unique or non-empty. */
const arrowTable = (
  length: number,
  columns: ReadonlyArray<ArrowColumn>,
  metadata: ReadonlyMap<string, string> = new Map(),
): Table => {
  const fields = columns.map(({ field }) => field)
  const schema = new Schema(fields, new Map(metadata))
  const children = columns.map(({ data }) => data)
  const data = makeData({ type: new Struct(fields), length, nullCount: 0, children })
  return new Table(schema, new RecordBatch(schema, data))
}

/**
 * Converts runs to an Arrow table, with a row per run and the given columns, both in order.
 *
 * The type of a column follows its values, as in `toTable`: numbers are `Float64`, where NaN is a number and missing values
 * are null; times are `Timestamp` in milliseconds, UTC; strings are `Dictionary` of `Utf8`; booleans are `Bool`. Lists,
 * dicts and values of several types are JSON in `Utf8`, with Arrow's extension type `arrow.json`; NaN and the infinities in
 * it are the strings `"NaN"`, `"Infinity"` and `"-Infinity"`. A lone surrogate, which UTF-8 cannot encode, becomes U+FFFD.
 *
 * @param columns - The columns by name. A name may be any string.
 * @returns A function that takes the runs. The table is new and shares nothing with the runs.
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
 * ```
 * @category Interop
 * @since 0.1.0
 */
export const runsToArrow =
  <T extends Readonly<Record<string, Column>>>(columns: T): ((runs: RunsOf<T>) => Table) =>
  (runs) => {
    const table: RunTable = toTable(columns)(runs)
    return arrowTable(
      table.length,
      table.names.map((name) => arrowColumn(name, table.columns[name] as TableColumn)),
    )
  }

/**
 * Converts a history to an Arrow table, with a row per step, ascending: `_step`, then a column per metric.
 *
 * `_step` and numeric metrics are `Float64`; NaN is a number, and values that were not logged are null. Metrics of strings
 * are `Dictionary` of `Utf8`, metrics of booleans are `Bool`, and all others are JSON, as in {@link runsToArrow}. The source
 * of the rows, whether they are sampled, and the rows that could not be read are in the metadata of the schema.
 *
 * @param history - A history.
 * @returns A new table. Numeric columns share their arrays with the history and must not be modified.
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
    [stepColumn(history.steps), ...history.keys.map((key) => arrowColumn(key, history.columns[key] as HistoryColumn))],
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
