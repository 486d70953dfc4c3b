import assert from 'node:assert/strict'
import { explain, runExpression } from 'wandb-run-ops/expression'
import { orThrow } from 'wandb-run-ops/loader'
import { project, withProject } from './project.ts'

/** The plan of an expression before it runs, and what it then loaded. */
await withProject(async (client) => {
  const text = 'runs.filter((row) => row.state == "crashed" && row.config["lr"] > 0.01).summary["acc"].max'

  assert.equal(
    explain(text),
    `runs
├─ loads the light fields and
│  ├─ config: "lr"
│  └─ summary: "acc"
├─ filters on the server
│  ├─ state is "crashed" (exact)
│  └─ config.lr > 0.01 (broader: row.config["lr"] > 0.01 is checked again)
├─ one request for the first 100 runs, then one per 1,000
└─ answers by columns
   └─ runs.filter((row) => row.state == "crashed" && row.config["lr"] > 0.01).summary["acc"].max
      ├─ filters state is "crashed" and config.lr > 0.01
      └─ computes max of summary.acc`,
  )

  const { runs, requests } = await orThrow(runExpression({ text, project })(client))
  assert.deepEqual({ runs, requests }, { runs: 10, requests: 1 })
})
