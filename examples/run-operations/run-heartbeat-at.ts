import assert from 'node:assert/strict'
import { runHeartbeatAt, runIsActive } from 'wandb-run-ops'
import { baseline, experiment, type Run } from './runs.ts'

// Check if a run is active
const isActive = (run: Run) => {
  const lastHeartbeat = runHeartbeatAt(run)
  const fiveMinutesAgo = new Date(Date.now() - 5 * 60 * 1000)
  return lastHeartbeat > fiveMinutesAgo
}
assert.equal(isActive({ ...baseline, heartbeatAt: new Date(0) }), false)
assert.equal(isActive({ ...baseline, heartbeatAt: new Date() }), true)

// runIsActive takes the time as an argument and also checks the state
assert.equal(runIsActive(experiment, new Date('2026-11-21T10:44:00Z')), true)
