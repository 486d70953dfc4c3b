import assert from 'node:assert/strict'
import { runLoggedArtifactVersions } from 'wandb-run-ops'
import { printed } from './printed.ts'
import { baseline as run } from './runs.ts'

// List all outputs
assert.deepEqual(
  printed(() => {
    const outputs = runLoggedArtifactVersions(run)
    outputs.forEach((artifact) => {
      console.log(`Logged: ${artifact.name}:${artifact.alias}`)
      console.log(`  Version: ${artifact.version}`)
      console.log(`  Size: ${artifact.size} bytes`)
    })
  }),
  [
    'Logged: model:v2',
    '  Version: 2',
    '  Size: 1800 bytes',
    'Logged: model:latest',
    '  Version: 3',
    '  Size: 1921 bytes',
  ],
)

// Count output types
assert.deepEqual(
  printed(() => {
    const outputs = runLoggedArtifactVersions(run)
    const modelCount = outputs.filter((a) => a.name.includes('model')).length
    const dataCount = outputs.filter((a) => a.name.includes('data')).length
    console.log(`Models: ${modelCount}, Datasets: ${dataCount}`)
  }),
  ['Models: 2, Datasets: 0'],
)
