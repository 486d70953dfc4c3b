import assert from 'node:assert/strict'
import { explain, runExpression } from 'wandb-run-ops/expression'
import { orThrow } from 'wandb-run-ops/loader'
import { project, withProject } from './project.ts'

/** What an expression asks of the server, before it is asked, and what was read then. */
await withProject(async (client) => {
  const text = 'runs.filter((row) => row.state == "crashed" && row.config["lr"] > 0.01).summary["acc"].max'

  assert.equal(
    explain(text),
    `runs
├─ loads what every run has, and
│  ├─ config: "lr"
│  └─ summary: "acc"
├─ the server is asked for the runs of which
│  ├─ state is "crashed" (exact)
│  └─ config.lr > 0.01 (weaker: row.config["lr"] > 0.01 is asked again)
└─ one request for the first 100 runs, and one for up to 1,000 of the rest`,
  )

  const { runs, requests } = await orThrow(runExpression({ text, project })(client))
  assert.deepEqual({ runs, requests }, { runs: 10, requests: 1 })
})
