import assert from 'node:assert/strict'
import { runLoggedArtifactVersion } from 'wandb-run-ops'
import { printed } from './printed.ts'
import { baseline as run } from './runs.ts'

// Get the latest model
assert.deepEqual(
  printed(() => {
    const model = runLoggedArtifactVersion(run, 'model:latest')
    if (model) {
      console.log(`Model version: v${model.version}`)
      console.log(`Model size: ${model.size} bytes`)
      console.log(`Created: ${model.createdAt.toISOString()}`)
    }
  }),
  ['Model version: v3', 'Model size: 1921 bytes', 'Created: 2026-11-21T10:30:00.000Z'],
)

// Verify output artifacts
assert.deepEqual(
  printed(() => {
    const requiredOutputs = ['model:latest', 'evaluation:latest']
    const missing = requiredOutputs.filter((name) => !runLoggedArtifactVersion(run, name))
    if (missing.length > 0) {
      console.warn(`Missing outputs: ${missing.join(', ')}`)
    }
  }),
  ['Missing outputs: evaluation:latest'],
)
