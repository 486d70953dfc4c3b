// For Jest and vitest, which both offer these globals.
import { connect, runName, runSummary } from 'wandb-run-ops'
import { makeRun, startSandbox } from 'wandb-run-ops/testing'

test('operations read a record', () => {
  expect(runSummary(makeRun({ summary: { accuracy: 0.93 } })).accuracy).toBe(0.93)
})

test('loads read a server', async () => {
  const sandbox = await startSandbox({ runs: [makeRun({ displayName: 'first' })] })
  const { runs } = await connect({ baseUrl: sandbox.url, apiKey: sandbox.apiKey }).runs('team/vision')
  await sandbox.close()
  expect(runs.map(runName)).toEqual(['first'])
})
