import assert from 'node:assert/strict'
import { runConfig } from 'wandb-run-ops'
import { printed } from './printed.ts'
import { baseline, experiment, baseline as myRun, runs } from './runs.ts'

// Basic configuration access
assert.deepEqual(
  printed(() => {
    const config = runConfig(myRun)
    console.log(config.learning_rate)
    console.log(config.batch_size)
  }),
  ['0.001', '32'],
)

// Filtering runs by configuration
const highLRRuns = runs.filter((run) => {
  const config = runConfig(run)
  return config.learning_rate > 0.01
})
assert.deepEqual(highLRRuns, [experiment])

// Comparing configurations
const config1 = runConfig(baseline)
const config2 = runConfig(experiment)
const differences = Object.keys(config1).filter((key) => config1[key] !== config2[key])
assert.deepEqual(differences, ['learning_rate'])
