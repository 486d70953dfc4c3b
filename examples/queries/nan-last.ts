import assert from 'node:assert/strict'
import * as RA from 'fp-ts/lib/ReadonlyArray.js'
import { loadRuns, orThrow } from 'wandb-run-ops/loader'
import { ordOf } from 'wandb-run-ops/ops'
import { asc, column, desc } from 'wandb-run-ops/query'
import { lossOf, project, withProject } from './project.ts'

const loss = column.summary<number>('val/loss')

/** Runs sorted by a metric: diverged runs come last in both directions. */
await withProject(async (client) => {
  const load = loadRuns({ project, fields: ['summary'], order: asc(loss) })
  const { runs } = await orThrow(load(client))
  const losses = Array.from({ length: 600 }, (_, index) => lossOf(index)).filter((value) => !Number.isNaN(value))
  const sorted = losses.sort((one, other) => one - other)

  assert.equal(runs.length, 600)
  assert.deepEqual(
    runs.map((run) => run.summary['val/loss']),
    [...sorted, ...Array.from({ length: 9 }, () => Number.NaN)],
  )

  // The same in memory, in descending order.
  const worstFirst = RA.sort(ordOf(desc(loss)))(runs)
  assert.deepEqual(
    worstFirst.map((run) => run.summary['val/loss']),
    [...sorted.toReversed(), ...Array.from({ length: 9 }, () => Number.NaN)],
  )
})
