import assert from 'node:assert/strict'
import { runSummary } from 'wandb-run-ops'
import { printed } from './printed.ts'
import { baseline, baseline as myRun, runs } from './runs.ts'

// Accessing final metrics
assert.deepEqual(
  printed(() => {
    const summary = runSummary(myRun)
    console.log(`Final accuracy: ${summary.accuracy}`)
    console.log(`Best validation loss: ${summary.best_val_loss}`)
    console.log(`Training time: ${summary.training_time_seconds}`)
  }),
  ['Final accuracy: 0.97', 'Best validation loss: 0.08', 'Training time: 7500'],
)

// Finding the best performing run
const bestRun = runs.reduce((best, current) => {
  const bestSummary = runSummary(best)
  const currentSummary = runSummary(current)
  return currentSummary.accuracy > bestSummary.accuracy ? current : best
})
assert.equal(bestRun, baseline)

// Filtering by performance threshold
const goodRuns = runs.filter((run) => {
  const summary = runSummary(run)
  return summary.accuracy > 0.95 && summary.val_loss < 0.1
})
assert.deepEqual(goodRuns, [baseline])
