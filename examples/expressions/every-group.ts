import assert from 'node:assert/strict'
import { runExpression } from 'wandb-run-ops/expression'
import { orThrow } from 'wandb-run-ops/loader'
import { project, withProject } from './project.ts'

/** A table from a query panel: the mean accuracy of every epoch, over all runs instead of the first hundred. */
await withProject(async (client) => {
  const text = `
    runs.groupby((row) => { Epoch: row.config["tpe_epoch"] })
      .map((row, index) => { Epoch: row.groupkey["Epoch"], Accuracy: row.summary["acc"].avg })`
  const { value, runs, requests, complete } = await orThrow(runExpression({ text, project })(client))
  const rows = value as ReadonlyArray<{ readonly Epoch: number; readonly Accuracy: number }>

  assert.equal(complete, true)
  assert.equal(runs, 600)
  assert.equal(requests, 3)
  assert.deepEqual(
    rows.map((row) => row.Epoch),
    Array.from({ length: 150 }, (_, epoch) => epoch),
  )
})
