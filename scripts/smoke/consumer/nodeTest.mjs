import assert from 'node:assert/strict'
import { test } from 'node:test'
import { connect, runName, runSummary } from 'wandb-run-ops'
import { makeRun, startSandbox } from 'wandb-run-ops/testing'

test('operations read a record', () => {
  assert.equal(runSummary(makeRun({ summary: { accuracy: 0.93 } })).accuracy, 0.93)
})

test('loads read a server', async () => {
  const sandbox = await startSandbox({ runs: [makeRun({ displayName: 'first' })] })
  const { runs } = await connect({ baseUrl: sandbox.url, apiKey: sandbox.apiKey }).runs('team/vision')
  await sandbox.close()
  assert.deepEqual(runs.map(runName), ['first'])
})
