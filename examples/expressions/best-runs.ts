import assert from 'node:assert/strict'
import { runExpression } from 'wandb-run-ops/expression'
import { orThrow } from 'wandb-run-ops/loader'
import { withProject } from './project.ts'

/** The three best runs of a project that the expression names: the server sorts them and sends only three. */
await withProject(async (client) => {
  const text = `
    project("lab", "search").runs
      .sort((row) => [row.summary["acc"]], ["desc"])
      .limit(3)
      .map((row) => { name: row.name, acc: row.summary["acc"] })`
  const { value, runs } = await orThrow(runExpression({ text })(client))

  assert.equal(runs, 3)
  assert.deepEqual(
    (value as ReadonlyArray<{ readonly acc: number }>).map(({ acc }) => Math.round(acc * 601)),
    [600, 599, 598],
  )
})
