import { historiesTableBuilder } from '../../history/table/historiesTable.ts'
import { makeRunTable, type RunTable } from '../../query/RunTable.ts'
import type { History } from '../../types/run/History.ts'

/**
 * Joins the histories of runs into one table, in long form: a row for each row of each history, in order.
 *
 * The columns are `runId`, `_step` and one for each metric, in order of first appearance. Where a row does not have a metric,
 * its value is missing. A column of integers is of type `integer`; one of values of several types is `json`. A metric that
 * is called `runId` gets the name `history.runId`. A history without rows adds none.
 *
 * @param histories - Runs with their histories, as loads of histories return them.
 * @returns The table. It shares nothing with the histories.
 * @example
 * ```ts
 * import { historiesTable, historyFromRows, tableRows } from 'wandb-run-ops/ops'
 *
 * const table = historiesTable([
 *   { run: { id: 'a1' }, history: historyFromRows([{ _step: 0, loss: 0.5 }, { _step: 2, loss: 0.25 }]) },
 *   { run: { id: 'b2' }, history: historyFromRows([{ _step: 0, acc: 1 }]) },
 * ])
 *
 * table.names // => ['runId', '_step', 'loss', 'acc']
 * tableRows(table)[2] // => { runId: 'b2', _step: 0, loss: undefined, acc: 1 }
 * ```
 * @category Tables
 * @since 0.2.0
 */
export const historiesTable = (
  histories: ReadonlyArray<{ readonly run: { readonly id: string }; readonly history: History }>,
): RunTable => {
  const builder = historiesTableBuilder()
  for (const { run, history } of histories) builder.add(run.id, history)
  return makeRunTable(builder.length(), builder.build())
}
