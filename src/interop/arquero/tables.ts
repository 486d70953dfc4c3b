import { ColumnTable } from 'arquero'
import { type RunTable, type TableColumn, toTable } from '../../ops/runs/toTable.ts'
import type { Column } from '../../query/Column.ts'
import type { History, HistoryColumn, NumberColumn } from '../../types/run/History.ts'
import { setOwn } from '../../types/wire/own.ts'
import type { RunsOf } from '../operationNames.ts'

/** The values of an Arquero column: any array-like. */
type ArqueroColumn = ArrayLike<unknown>

const present = <A>(
  { values, present }: Omit<NumberColumn, 'type'>,
  read: (value: number) => A,
): Array<A | undefined> => Array.from(values, (value, row) => (present[row] === 1 ? read(value) : undefined))

/** Converts a column for Arquero; an array without missing values is not copied. */
const arqueroColumn = (column: TableColumn | HistoryColumn): ArqueroColumn => {
  switch (column.type) {
    case 'number':
      return column.present.includes(0) ? present(column, (value) => value) : column.values
    case 'time':
      return present(column, (value) => new Date(value))
    default:
      return column.values
  }
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
 * Converts runs to an Arquero table, with a row per run and the given columns, both in order.
 *
 * Values are as in the records, times are `Date`s, and missing values are `undefined`. NaN stays NaN; Arquero's aggregates
 * skip both. Columns may have any name, but some verbs of Arquero lose one named `__proto__` or `''`.
 *
 * @param columns - The columns by name.
 * @returns A function that takes the runs. The table is new, but shares lists and dicts with the runs.
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
 * ```
 * @category Interop
 * @since 0.1.0
 */
export const toArquero =
  <T extends Readonly<Record<string, Column>>>(columns: T): ((runs: RunsOf<T>) => ColumnTable) =>
  (runs) => {
    const table: RunTable = toTable(columns)(runs)
    return tableOf(table.names.map((name) => [name, arqueroColumn(table.columns[name] as TableColumn)]))
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
    ...history.keys.map((key) => [key, arqueroColumn(history.columns[key] as HistoryColumn)] as const),
  ])
