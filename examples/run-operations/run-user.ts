import assert from 'node:assert/strict'
import { runUser } from 'wandb-run-ops'
import { baseline, crashed, experiment, runs } from './runs.ts'

// Filter by user
const myRuns = runs.filter((run) => runUser(run).username === 'john_doe')
assert.deepEqual(myRuns, [baseline])

// Group runs by user
const runsByUser = runs.reduce((groups, run) => {
  const user = runUser(run).username
  groups[user] = groups[user] || []
  groups[user].push(run)
  return groups
}, {})
assert.deepEqual(runsByUser, { john_doe: [baseline], ada: [experiment], '': [crashed] })
