import assert from 'node:assert/strict'
import { loadRuns, orThrow } from 'wandb-run-ops/loader'
import { groupRunsBy } from 'wandb-run-ops/ops'
import { column } from 'wandb-run-ops/query'
import { project, withProject } from './project.ts'

/** Groups runs by a config value, for any number of values. */
await withProject(async (client) => {
  const { runs, complete } = await orThrow(loadRuns({ project, fields: ['config', 'summary'] })(client))
  const groups = groupRunsBy(column.config('tpe_epoch'))(runs)

  assert.equal(complete, true)
  assert.equal(runs.length, 600)
  // 149 epochs, and the group of runs without one.
  assert.deepEqual(
    groups.map((group) => group.key),
    [undefined, ...Array.from({ length: 149 }, (_, index) => index + 1)],
  )
  assert.ok(groups.every((group) => group.runs.length === 4))
})
