import { aggregate, and, column, eq, groupRunsBy, lt, matches, mean } from 'wandb-run-ops/ops'
import type { Record } from './records.ts'
import type { Read } from './serve.ts'

/** A mean of the loss for each optimizer. */
export type Means = ReadonlyArray<readonly [unknown, number | null | undefined]>

export const lookAtMeans = (means: Means): Read => ({
  count: means.length,
  checksum: means.reduce((sum, [, loss]) => sum + Number(loss), 0),
})

const isGood = matches(and(eq(column.config('use_amp'), true), lt(column.summary('loss'), 0.9)))
const byOptimizer = groupRunsBy(column.config('optimizer'))
const figures = aggregate({ loss: mean(column.summary('loss')) })

/** The mean loss of the good runs, a group an optimizer, by operations. */
export const meansByOperations = (runs: ReadonlyArray<Record>): Means =>
  byOptimizer(runs.filter(isGood)).map((group) => [group.key, figures(group.runs).loss])
