import assert from 'node:assert/strict'
import { runRuntime } from 'wandb-run-ops'
import { printed } from './printed.ts'
import { baseline, baseline as myRun, runs } from './runs.ts'

// Display runtime
assert.deepEqual(
  printed(() => {
    const runtime = runRuntime(myRun)
    const hours = Math.floor(runtime / 3600)
    const minutes = Math.floor((runtime % 3600) / 60)
    console.log(`Runtime: ${hours}h ${minutes}m`)
  }),
  ['Runtime: 2h 5m'],
)

// Filter long-running experiments: more than 1 hour
const longRuns = runs.filter((run) => runRuntime(run) > 3600)
assert.deepEqual(longRuns, [baseline])
