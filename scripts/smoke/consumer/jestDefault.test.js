import { connect, runName, runSummary } from 'wandb-run-ops'
import { makeRun } from 'wandb-run-ops/testing'

test('operations read a record', () => {
  expect(runSummary(makeRun({ summary: { accuracy: 0.93 } })).accuracy).toBe(0.93)
})

test('loads read the server', async () => {
  const { runs } = await connect().runs('team/vision')
  expect(runs.map(runName)).toEqual(['first'])
})
