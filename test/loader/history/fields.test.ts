import { afterEach, describe, expect, test } from 'vitest'
import { type Client, loadRun, loadRuns } from 'wandb-run-ops/loader'
import { historyRows, runEvents, runHistory } from 'wandb-run-ops/ops'
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts'
import { logged } from '../../fixtures/loader/logged.ts'
import { failsWith, rightOf } from '../servers/either.ts'
import { quick } from '../servers/quick.ts'

const sandboxes: Array<Sandbox> = []

afterEach(async () => {
  await Promise.all(sandboxes.splice(0).map((sandbox) => sandbox.close()))
})

const rows = (count: number) => Array.from({ length: count }, (_, _step) => ({ _step, loss: _step }))

const serve = async () => {
  const records = Array.from({ length: 5 }, (_, index) =>
    logged(`r${index}`, rows(index), {
      createdAt: `2026-03-01T10:00:0${index}`,
      events: ['{"system.cpu": 1}', '{"system.cpu": 2}'],
    }),
  )
  const sandbox = await startSandbox({ records })
  sandboxes.push(sandbox)
  return { sandbox, client: quick(sandbox.url, sandbox.apiKey, { maxRetries: 1 }) }
}

/** A client that is not let see the history of one run. */
const without = (client: Client, id: string): Client => ({
  ...client,
  send: (request) =>
    new RegExp(`"RunHistory".*"id":"${id}"`).test(request.body ?? '')
      ? client.send({ ...request, url: `${client.baseUrl}/no-such-place` })
      : client.send(request),
})

describe('fields', () => {
  test("'history' and 'events' bring every row of every run, in the order of the runs", async () => {
    const { client, sandbox } = await serve()
    const load = loadRuns({ project: 'team/vision', fields: ['history', 'events', 'config'] })
    const { runs, complete } = rightOf(await load(client)())
    expect(complete).toBe(true)
    expect(runs.map((run) => historyRows(runHistory(run)))).toEqual([0, 1, 2, 3, 4].map(rows))
    expect(runs.map((run) => runEvents(run).length)).toEqual([2, 2, 2, 2, 2])
    expect(runs.every((run) => Object.isFrozen(run) && !runHistory(run).sampled)).toBe(true)
    expect(runs[0]?.config).toEqual({})
    expect(sandbox.requests.length).toBe(1 + 5 + 4 + 5)
  })

  test("'history' of one run comes with it", async () => {
    const { client } = await serve()
    const run = rightOf(await loadRun({ run: 'team/vision/r3', fields: ['history'] })(client)())
    expect(historyRows(runHistory(run))).toEqual(rows(3))
    // @ts-expect-error events were not loaded
    expect(run.events).toBeUndefined()
    // @ts-expect-error config was not loaded
    expect(run.config).toBeUndefined()
  })

  test('a run whose history cannot be loaded is a failure, and the others come', async () => {
    const { client } = await serve()
    const load = loadRuns({ project: 'team/vision', fields: ['history'] })
    const { runs, failures, complete } = rightOf(await load(without(client, 'r2'))())
    expect(runs.map(({ id }) => id)).toEqual(['r0', 'r1', 'r3', 'r4'])
    expect(failures).toEqual([{ path: ['history'], expected: 'history', actual: 'HttpFailed', runId: 'r2', page: 0 }])
    expect(complete).toBe(true)
    failsWith('HttpFailed', await loadRun({ run: 'team/vision/r2', fields: ['history'] })(without(client, 'r2'))())
  })
})
