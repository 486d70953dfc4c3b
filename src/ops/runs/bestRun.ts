import type { Column } from '../../query/Column.ts'
import type { SweepMetric } from '../../types/sweep/SweepConfig.ts'
import { assertWord } from '../../types/wire/argument.ts'
import { untypedReader } from './grouping.ts'
import { extremeIndex } from './statistics.ts'

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
  const read = untypedReader(column)
  return (runs) => {
    const values = runs.map((run) => read(run))
    return runs[extremeIndex(values, goal === 'maximize' ? -1 : 1)]
  }
}
