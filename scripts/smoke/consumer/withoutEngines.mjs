// A consumer without engines: an entry point that needs one fails and names it; the others work.
import assert from 'node:assert/strict'

const optional = process.argv.slice(2)
const needs = { arrow: 'apache-arrow', arquero: 'arquero', duckdb: '@duckdb/node-api' }
assert.deepEqual(optional.toSorted(), [...Object.values(needs), 'undici'].toSorted())

for (const [entryPoint, engine] of Object.entries(needs))
  await import(`wandb-run-ops/${entryPoint}`).then(
    // A bridge can import its engine for types only or load it lazily.
    () => {},
    ({ code, message }) => {
      assert.equal(code, 'ERR_MODULE_NOT_FOUND')
      assert.ok(message.includes(`'${engine}'`), message)
    },
  )

const { expressionFunctions } = await import('wandb-run-ops/vega')
assert.equal(expressionFunctions.runName({ id: 'a1', displayName: undefined }), 'a1')
for (const entryPoint of ['', '/ops', '/types', '/loader', '/node']) await import(`wandb-run-ops${entryPoint}`)

const { clientFromEnv } = await import('wandb-run-ops/node')
const { countRuns } = await import('wandb-run-ops/loader')
const behindProxy = clientFromEnv({ env: { WANDB_API_KEY: 'not-a-real-key', HTTPS_PROXY: 'http://127.0.0.1:9' } })
const counted = await countRuns({ project: 'team/vision' })(behindProxy)()
assert.match(counted.left.message, /HTTPS_PROXY requires the package undici: run npm install undici/)
