import { artifactVersionSize, connect, runName, runState, runSummary } from 'wandb-run-ops'

const wandb = connect()
for await (const run of wandb.runs('team/vision')) console.log(runName(run), runState(run))
const { runs } = await wandb.runs('team/vision', { filters: { jobType: 'train' } })
const best = runs.find((run) => runSummary(run).accuracy > 0.9)
const history = await wandb.history(best, { keys: ['val/loss'] })
const model = await wandb.artifactVersion('team/vision/digits-boosting:latest')
console.log(runName(best), history.length, artifactVersionSize(model))
try {
  await wandb.runs('team/nowhere')
} catch (error) {
  console.log(error.reason._tag, error.message)
}
