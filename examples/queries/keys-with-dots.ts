import assert from 'node:assert/strict'
import { loadRuns, orThrow } from 'wandb-run-ops/loader'
import { matches } from 'wandb-run-ops/ops'
import { and, column, describeFilter, eq, gte, splitFilter } from 'wandb-run-ops/query'
import { project, withProject } from './project.ts'

/** A config key with a slash, and one with a dot, which the server would read as a nested key. */
await withProject(async (client) => {
  const filter = and(eq(column.config('data/augment'), true), gte(column.config('optimizer.lr'), 0.1))
  const { pushed, remaining } = splitFilter(filter)

  assert.equal(describeFilter(pushed), 'config["data/augment"] is true')
  assert.equal(describeFilter(remaining), 'config["optimizer.lr"] >= 0.1')

  const { runs, totalCount } = await orThrow(loadRuns({ project, filters: pushed })(client))
  const selected = runs.filter(matches(remaining))

  // Every second run is augmented, and every third of those has the largest rate.
  assert.equal(totalCount, 300)
  assert.deepEqual(
    selected.map((run) => run.config['seed']),
    Array.from({ length: 100 }, (_, index) => index * 6),
  )
})
