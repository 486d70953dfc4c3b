import assert from 'node:assert/strict'
import { runCreatedAt } from 'wandb-run-ops'
import { baseline, crashed, experiment, runs as loaded } from './runs.ts'

const runs = [...loaded]

// Filter recent runs
const oneWeekAgo = new Date()
oneWeekAgo.setDate(oneWeekAgo.getDate() - 7)
const old = { ...baseline, createdAt: new Date(0) }
const recent = { ...baseline, createdAt: new Date() }
const recentRuns = [old, recent].filter((run) => runCreatedAt(run) > oneWeekAgo)
assert.deepEqual(recentRuns, [recent])

// Sort chronologically
const sortedRuns = runs.sort((a, b) => runCreatedAt(a).getTime() - runCreatedAt(b).getTime())
assert.deepEqual(sortedRuns, [crashed, baseline, experiment])

// Group by date
const runsByDate = runs.reduce((groups, run) => {
  const date = runCreatedAt(run).toDateString()
  groups[date] = groups[date] || []
  groups[date].push(run)
  return groups
}, {})
assert.deepEqual(Object.values(runsByDate), [[crashed], [baseline], [experiment]])
