/**
 * Runs and histories as Arquero tables, and operations in Arquero's expressions. Needs the package `arquero`.
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
 * Makes an Arquero table of runs: one row a run, in the order of the runs, one column a name, in the order of the names.
 *
 * Values are as the records have them, moments are `Date`s, and what is missing is `undefined`. NaN stays NaN; Arquero's
 * own aggregates pass over both. Arquero can hold columns of any name, but some of its verbs lose one called
 * `__proto__` or `''`.
 *
 * @param columns - A column for each name.
 * @returns A function that takes the runs. The table is new; lists and dicts in it are those of the runs.
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
 * Makes an Arquero table of a history: one row a step, ascending, `_step` first and then one column a metric.
 *
 * What was not logged is `undefined`; NaN stays NaN. Names are taken whole: `d['val/loss']`.
 *
 * @param history - A history.
 * @returns A new table. `_step` and the metrics that every row has are the very arrays of the history, not copies, so
 *   nobody may write to them.
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
 * What {@link registerOperations} needs of Arquero.
 *
 * @category Interop
 * @since 0.1.0
 */
export interface ArqueroRegistry {
  /** Makes a function known to expressions. */
  readonly addFunction: (
    name: string,
    fn: (...values: ReadonlyArray<never>) => unknown,
    options?: { readonly override?: boolean },
  ) => void
}

/**
 * Makes all operations known to Arquero's expressions, by the names of their functions: `op.runConfigAt(d.run, ['lr'])`.
 *
 * All arguments are given at once, the record first. Arquero keeps one set of functions for the whole program; asking
 * twice changes nothing.
 *
 * @param aq - Arquero.
 * @param options - With `override`, a function of the same name that somebody else registered is replaced; without it,
 *   Arquero throws.
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
