import type { Column } from '../../query/Column.ts'
import type { SweepMetric } from '../../types/sweep/SweepConfig.ts'
import { assertWord } from '../../types/wire/argument.ts'
import { extremeRows } from '../relation/accumulators.ts'
import { BLOCK } from '../relation/RowSource.ts'
import { recordSource } from '../relation/recordColumns.ts'
import { scanBlocks } from '../relation/scanBlocks.ts'
import { assertColumn } from './grouping.ts'

/**
 * Returns the run with the smallest or the largest number in a column; the first such run when there are several.
 *
 * Runs without a number, such as those with a string, `true` or `NaN`, are not candidates. Infinities are numbers.
 * For the metric of a sweep, use `bestRun(column.summary(metric.name), metric.goal)`. It takes runs that were loaded;
 * `loadBestRun` of `wandb-run-ops/loader`, or `connect().bestRun`, asks the server.
 *
 * @param column - A column.
 * @param goal - `minimize` or `maximize`, as in the metric of a sweep.
 * @returns A function from runs to the best of them; `undefined` when none has a number.
 * @example
 * ```ts
 * import { bestRun } from 'wandb-run-ops/ops'
 * import { column } from 'wandb-run-ops/query'
 *
 * const runs = [
 *   { displayName: 'a', summary: { 'val/loss': NaN } },
 *   { displayName: 'b', summary: { 'val/loss': 0.2 } },
 *   { displayName: 'c', summary: { 'val/loss': 0.1 } },
 * ]
 *
 * bestRun(column.summary('val/loss'), 'minimize')(runs)?.displayName // => 'c'
 * ```
 * @category Many runs
 * @since 0.1.0
 */
export const bestRun = <A, R>(
  column: Column<A, R>,
  goal: SweepMetric['goal'],
): (<S extends R>(runs: ReadonlyArray<S>) => S | undefined) => {
  // A query of loadBestRun is an easy mistake: both are called bestRun somewhere.
  const name = goal === undefined ? 'goal of bestRun (to ask the server, use loadBestRun)' : 'goal of bestRun'
  assertWord(name, goal, ['minimize', 'maximize'])
  assertColumn(column)
  return (runs) => {
    const source = recordSource(runs)
    const numbers = new Float64Array(BLOCK)
    const oneGroup = new Uint32Array(BLOCK)
    const { measure } = source.columnOf(column)
    const { add, rowOf } = extremeRows(numbers, goal === 'maximize' ? -1 : 1)
    scanBlocks(source)((rows, count) => {
      measure(rows, count, { numbers })
      add(rows, count, oneGroup, 1)
    })
    const row = rowOf(0)
    return row === undefined ? undefined : runs[row]
  }
}
