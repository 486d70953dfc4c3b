/**
 * Runs and histories as Apache Arrow tables. Needs the package `apache-arrow`.
 *
 * @packageDocumentation
 */
import type { Table } from 'apache-arrow'
import { type Column, type RunTable, type TableColumn, toTable } from '../ops/index.ts'
import type { History, HistoryColumn } from '../types/index.ts'
import { arrowColumn, stepColumn } from './internal/arrow/arrowColumn.ts'
import { arrowTable } from './internal/arrow/arrowTable.ts'
import { historyOfTable } from './internal/arrow/historyTable.ts'
import { originMetadata } from './internal/arrow/origin.ts'
import type { RunsOf } from './internal/RunsOf.ts'

export type { RunsOf } from './internal/RunsOf.ts'

/**
 * Makes an Arrow table of runs: one row a run, in the order of the runs, one column a name, in the order of the names.
 *
 * The type of a column follows its values, as in `toTable`: numbers are `Float64`, in which NaN is a number and what is
 * missing is null; moments are `Timestamp` in milliseconds, UTC; texts are `Dictionary` of `Utf8`; truth values are
 * `Bool`. Lists, dicts and values of several types are JSON in `Utf8`, marked with Arrow's extension type `arrow.json`;
 * NaN and the infinities in it are the texts `"NaN"`, `"Infinity"` and `"-Infinity"`. Half a surrogate pair, which
 * UTF-8 cannot hold, becomes U+FFFD.
 *
 * @param columns - A column for each name. Any text is a name.
 * @returns A function that takes the runs. The table is new; nothing in it is shared with the runs.
 * @example
 * ```ts
 * import { tableFromIPC, tableToIPC } from 'apache-arrow'
 * import { runsToArrow } from 'wandb-run-ops/arrow'
 * import { column } from 'wandb-run-ops/ops'
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
 * Makes an Arrow table of a history: one row a step, ascending, `_step` first and then one column a metric.
 *
 * `_step` and metrics that are always numbers are `Float64`; NaN is a number, and what was not logged is null. Metrics
 * that are always text are `Dictionary` of `Utf8`, those that are always true or false are `Bool`, and all others are
 * JSON, as in {@link runsToArrow}. Where the rows came from, whether they are a sample, and which could not be read
 * stand in the metadata of the schema.
 *
 * @param history - A history.
 * @returns A new table. The numbers are not copied: it reads the very arrays of the history, so nobody may write to
 *   them.
 * @example
 * ```ts
 * import { historyToArrow } from 'wandb-run-ops/arrow'
 * import { historyFromRows } from 'wandb-run-ops/types'
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
    originMetadata(history),
  )

/**
 * Makes a history of an Arrow table: of one that {@link historyToArrow} made, or of any that has a column `_step`.
 *
 * Rows may come in any order; where a step comes twice, its rows become one. Columns of any width of number are
 * metrics of numbers, and an integer beyond 2^53 is rounded. Columns of the extension type `arrow.json` are read as
 * JSON. Values of other types are as Arrow's reader gives them, a moment in milliseconds. Null is no value. A row
 * without a finite step is one of `failures`; without a column `_step` every row is. Of two columns of one name the
 * first counts.
 *
 * @param table - A table of one or more batches.
 * @returns The history. Where the rows are in order and the table has one batch, columns of doubles are shared with it.
 * @example
 * ```ts
 * import { tableFromIPC, tableToIPC } from 'apache-arrow'
 * import { historyFromArrow, historyToArrow } from 'wandb-run-ops/arrow'
 * import { historyRows } from 'wandb-run-ops/ops'
 * import { historyFromRows } from 'wandb-run-ops/types'
 *
 * const history = historyFromRows([{ _step: 0, loss: 0.9 }, { _step: 5, 'val/loss': [1, Number.NaN] }])
 * const file = tableToIPC(historyToArrow(history), 'file')
 *
 * historyRows(historyFromArrow(tableFromIPC(file))) // => [{ _step: 0, loss: 0.9 }, { _step: 5, 'val/loss': [1, NaN] }]
 * ```
 * @category Interop
 * @since 0.1.0
 */
export const historyFromArrow = (table: Table): History => historyOfTable(table)
