import assert from 'node:assert/strict'
import { runUsedArtifactVersions } from 'wandb-run-ops'
import { printed } from './printed.ts'
import { baseline as run } from './runs.ts'

// List input dependencies
assert.deepEqual(
  printed(() => {
    const inputs = runUsedArtifactVersions(run)
    console.log('Run dependencies:')
    inputs.forEach((artifact) => {
      console.log(`- ${artifact.name}:${artifact.version}`)
    })
  }),
  ['Run dependencies:', '- training-data:2'],
)

// Verify the dataset version
assert.deepEqual(
  printed(() => {
    const inputs = runUsedArtifactVersions(run)
    const dataset = inputs.find((a) => a.name === 'training-data')
    if (dataset && dataset.version !== 3) {
      console.warn(`Using outdated dataset v${dataset.version}`)
    }
  }),
  ['Using outdated dataset v2'],
)
