import { aggregate, groupRunsBy, matches } from 'wandb-run-ops/ops'
import { and, column, eq, lt, mean } from 'wandb-run-ops/query'
import type { Totals } from '../process/Side.ts'
import type { LoadedRun } from './records.ts'

/** The mean loss for each optimizer. */
export type Means = ReadonlyArray<readonly [unknown, number | null | undefined]>

export const totalsOfMeans = (means: Means): Totals => ({
  count: means.length,
  checksum: means.reduce((sum, [, loss]) => sum + Number(loss), 0),
})

const isGood = matches(and(eq(column.config('use_amp'), true), lt(column.summary('loss'), 0.9)))
const byOptimizer = groupRunsBy(column.config('optimizer'))
const meanLoss = aggregate({ loss: mean(column.summary('loss')) })

/** Computes the mean loss of the good runs for each optimizer, with operations. */
export const meansByOperations = (runs: ReadonlyArray<LoadedRun>): Means =>
  byOptimizer(runs.filter(isGood)).map((group) => [group.key, meanLoss(group.runs).loss])
