// A consumer as an ES module in Node: every entry point loads, and operations work on loaded runs.
import assert from 'node:assert/strict'
import * as E from 'fp-ts/lib/Either.js'
import * as all from 'wandb-run-ops'
import { runExpression } from 'wandb-run-ops/expression'
import { loadRuns, makeClient, orThrow } from 'wandb-run-ops/loader'
import { clientFromEnv } from 'wandb-run-ops/node'
import { runConfig, runName } from 'wandb-run-ops/ops'
import packageJson from 'wandb-run-ops/package.json' with { type: 'json' }
import { makeRun, startSandbox } from 'wandb-run-ops/testing'
import { Run } from 'wandb-run-ops/types'

assert.equal(packageJson.name, 'wandb-run-ops')
assert.equal(all.runConfig, runConfig)
assert.equal(all.filter.describe(all.filter.eq(all.column.state, 'finished')), 'state is "finished"')
assert.equal('loadRuns' in all, false)
assert.equal(typeof clientFromEnv, 'function')

const node = {
  id: 'UnVuOjE=',
  name: 'a1b2c3d4',
  displayName: null,
  createdAt: '2026-11-21T10:00:00',
  config: '{"lr": {"value": 0.1}}',
}
const path = { entityName: 'team', name: 'vision' }
const decoded = Run.decode({ ...node, project: path })
assert.ok(E.isRight(decoded))
assert.deepEqual(runConfig(decoded.right), { lr: 0.1 })

const answer = {
  data: {
    project: {
      ...path,
      runCount: 1,
      runs: { pageInfo: { endCursor: null, hasNextPage: false }, edges: [{ cursor: 'c', node }] },
    },
  },
}
const options = { apiKey: 'k'.repeat(40), fetch: async () => Response.json(answer) }
const client = makeClient(options)
const { runs, complete } = await orThrow(loadRuns({ project: 'team/vision' })(client))
assert.deepEqual(runs.map(runName), ['a1b2c3d4'])
assert.equal(complete, true)

const wandb = all.connect(options)
assert.deepEqual(await wandb.runs('team/vision'), await orThrow(loadRuns({ project: 'team/vision' })(client)))
for await (const run of wandb.runs('team/vision')) assert.equal(runName(run), 'a1b2c3d4')
await assert.rejects(
  wandb.runs('team/vision', { filter: {} }).then(),
  (error) => error instanceof all.WandbError && error.message === 'Unknown option filter. Did you mean filters?',
)

const { value } = await orThrow(runExpression({ text: 'runs.config["lr"].max', project: 'team/vision' })(client))
assert.equal(value, 0.1)

const sandbox = await startSandbox({ runs: [makeRun({ id: 'x1', config: { lr: 0.2 } })] })
const local = all.connect({ baseUrl: sandbox.url, apiKey: sandbox.apiKey })
assert.deepEqual((await local.runs('team/vision')).runs.map(runConfig), [{ lr: 0.2 }])
await sandbox.close()
