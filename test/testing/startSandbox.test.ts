import { expect, test } from 'vitest'
import { connect } from 'wandb-run-ops'
import { runHistory, runLoggedArtifactVersion } from 'wandb-run-ops/ops'
import { makeArtifactVersion, makeHistory, makeRun, startSandbox } from 'wandb-run-ops/testing'
import { startSandbox as elsewhere } from '../../src/testing/noSandbox.ts'

test('made runs come back from the server as they were made', async () => {
  const run = makeRun({
    id: 'a1',
    config: { lr: NaN, optimizer: { name: 'adam' }, text: 'NaN' },
    summary: { loss: Number.POSITIVE_INFINITY, none: null },
    systemMetrics: { 'system.cpu': 50 },
    tags: ['best'],
    group: 'g',
    jobType: 'train',
    notes: 'n',
    user: 'ada',
    createdAt: '2026-03-01T10:00:00.123Z',
    heartbeatAt: undefined,
    internal: { config: {}, summary: { _wandb: { runtime: 5 } } },
    history: makeHistory({ loss: [1, NaN, 0.5] }),
    loggedArtifactVersions: [makeArtifactVersion({ version: 2, aliases: ['best'] })],
  })
  const sandbox = await startSandbox({ runs: [run, makeRun({ id: 'b2', project: 'other' })] })
  try {
    const wandb = connect({ baseUrl: sandbox.url, apiKey: sandbox.apiKey })
    const fields = ['config', 'summary', 'systemMetrics', 'history', 'loggedArtifactVersions'] as const
    const { runs, complete, failures } = await wandb.runs('team/vision', { fields })
    expect({ complete, failures, length: runs.length }).toEqual({ complete: true, failures: [], length: 1 })
    const [loaded] = runs
    if (loaded === undefined) throw new Error('no run')
    const { storageId, history, loggedArtifactVersions, appUrl, user, historyLineCount, ...rest } = loaded
    expect(run).toMatchObject(rest)
    expect(user.username).toBe('ada')
    expect(runHistory(loaded).columns).toEqual(run.history.columns)
    expect(runLoggedArtifactVersion(loaded, 'model:best')?.version).toBe(2)
    expect(sandbox.requests.length).toBeGreaterThan(0)
  } finally {
    await sandbox.close()
  }
})

test('a number generates runs, and the key must be right', async () => {
  const sandbox = await startSandbox({ runs: 7 })
  try {
    const { runs } = await connect({ baseUrl: sandbox.url, apiKey: sandbox.apiKey }).runs('synthetic/training')
    expect(runs).toHaveLength(7)
    const stranger = connect({ baseUrl: sandbox.url, apiKey: 'a-key-of-someone-else' })
    await expect(stranger.runs('synthetic/training')).rejects.toThrow()
  } finally {
    await sandbox.close()
  }
})

test('a misspelled option is an error that names the right one', async () => {
  // @ts-expect-error there is no such option
  await expect(startSandbox({ run: [] })).rejects.toThrow('Did you mean runs?')
})

test('where there is no Node.js, the error says so', async () => {
  await expect(elsewhere({})).rejects.toThrow('startSandbox needs Node.js')
})
