/**
 * Runs and histories as Arquero tables, and operations in Arquero expressions. Requires the package `arquero`.
 *
 * @packageDocumentation
 */
import { ColumnTable } from 'arquero'
import { type Column, operations, type RunTable, type TableColumn, toTable } from '../ops/index.ts'
import { setOwn } from '../types/codec/setOwn.ts'
import type { History, HistoryColumn } from '../types/index.ts'
import { type ArqueroColumn, arqueroColumn } from './internal/arquero/arqueroColumn.ts'
import { operationName } from './internal/operationNames.ts'
import type { RunsOf } from './internal/RunsOf.ts'

export type { RunsOf } from './internal/RunsOf.ts'

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
 * import { column } from 'wandb-run-ops/ops'
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
 * import { historyFromRows } from 'wandb-run-ops/types'
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

/**
 * The part of Arquero that {@link registerOperations} uses.
 *
 * @category Interop
 * @since 0.1.0
 */
export interface ArqueroRegistry {
  /** Registers a function for expressions. */
  readonly addFunction: (
    name: string,
    fn: (...values: ReadonlyArray<never>) => unknown,
    options?: { readonly override?: boolean },
  ) => void
}

/**
 * Registers all operations for Arquero expressions, under the names of their functions: `op.runConfigAt(d.run, ['lr'])`.
 *
 * Arguments are passed in one call, the record first. Arquero's functions are global to the program; registering twice has
 * no further effect.
 *
 * @param aq - The Arquero module.
 * @param options - `override`: replace other functions of the same names; without it, Arquero throws.
 * @returns The names, in the order of the registry.
 * @example
 * ```ts
 * import * as aq from 'arquero'
 * import { registerOperations } from 'wandb-run-ops/arquero'
 *
 * registerOperations(aq)
 * const runs = [
 *   { id: 'a1', displayName: 'warm-fox', config: { optimizer: { lr: 0.1 } } },
 *   { id: 'b2', displayName: undefined, config: {} },
 * ]
 * const table = aq.table({ run: runs }).derive({
 *   name: 'op.runName(d.run)',
 *   lr: "op.runConfigAt(d.run, ['optimizer', 'lr'])",
 * })
 *
 * table.select('name', 'lr').objects() // => [{ name: 'warm-fox', lr: 0.1 }, { name: 'b2', lr: undefined }]
 * ```
 * @category Interop
 * @since 0.1.0
 */
export const registerOperations = (
  aq: ArqueroRegistry,
  options: { readonly override?: boolean } = {},
): ReadonlyArray<string> =>
  operations.map((operation) => {
    const name = operationName(operation)
    aq.addFunction(name, operation.call, options)
    return name
  })
