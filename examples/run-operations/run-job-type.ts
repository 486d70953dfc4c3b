import assert from 'node:assert/strict'
import { runJobType } from 'wandb-run-ops'
import { baseline, experiment, runs } from './runs.ts'

// Filter by job type
const trainingRuns = runs.filter((run) => runJobType(run) === 'train')
const evalRuns = runs.filter((run) => runJobType(run) === 'eval')
assert.deepEqual([trainingRuns, evalRuns], [[baseline], [experiment]])
