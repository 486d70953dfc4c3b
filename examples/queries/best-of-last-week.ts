import assert from 'node:assert/strict'
import { subDays } from 'date-fns'
import { loadRuns, orThrow } from 'wandb-run-ops/loader'
import { matches } from 'wandb-run-ops/ops'
import { and, between, column, eq, hasTag } from 'wandb-run-ops/query'
import { now, project, withProject } from './project.ts'

/** The runs of a user that are tagged `best` and started in the last seven days. */
await withProject(async (client) => {
  const filter = and(
    hasTag('best'),
    eq(column.user, 'ada'),
    between(column.createdAt, { start: subDays(now, 7), end: now }),
  )
  const { runs, totalCount } = await orThrow(loadRuns({ project, filters: filter })(client))

  // 168 runs started, the first exactly seven days ago; every 30th run is ada's and tagged.
  assert.deepEqual(
    runs.map((run) => run.displayName),
    ['trial-450', 'trial-480', 'trial-510', 'trial-540', 'trial-570'],
  )
  assert.equal(totalCount, 5)
  assert.ok(runs.every(matches(filter)))
})
