// A consumer in CommonJS: `require` returns the same functions as `import`.
const assert = require('node:assert/strict')
const { runConfig, runName } = require('wandb-run-ops/ops')
const { loadRuns, makeClient, orThrow } = require('wandb-run-ops/loader')
const { clientFromEnv } = require('wandb-run-ops/node')
const { Run } = require('wandb-run-ops/types')
const { parse, print } = require('wandb-run-ops/expression')
const all = require('wandb-run-ops')

assert.equal(require('wandb-run-ops/package.json').name, 'wandb-run-ops')
assert.equal(all.runName, runName)
assert.deepEqual(runConfig({ config: { lr: 0.1 } }), { lr: 0.1 })
assert.equal(print(parse('runs.count()').right), 'runs.count')
for (const value of [loadRuns, makeClient, orThrow, clientFromEnv, all.connect, Run.decode])
  assert.equal(typeof value, 'function')

import('wandb-run-ops/ops').then((ops) => {
  assert.equal(ops.runConfig, runConfig)
})
