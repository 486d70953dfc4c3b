import assert from 'node:assert/strict'
import { runName } from 'wandb-run-ops'
import { printed } from './printed.ts'
import { runs } from './runs.ts'

// Display run names
assert.deepEqual(
  printed(() => {
    runs.forEach((run) => {
      console.log(`Run: ${runName(run)}`)
    })
  }),
  ['Run: swift-sun-1', 'Run: brave-lake-2', 'Run: c9d0e1f2'],
)
