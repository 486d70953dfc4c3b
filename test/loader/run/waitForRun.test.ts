import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Client, loadRun, makeCachedClient, makeClient, waitForRun } from 'wandb-run-ops/loader'
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts'
import { logged } from '../../fixtures/loader/logged.ts'
import { failsWith, rightOf } from '../servers/either.ts'

let sandbox: Sandbox
let path = ''
beforeEach(async () => {
  sandbox = await startSandbox({ records: [logged('a', [], { state: 'running' })] })
  path = 'team/vision/a'
})
afterEach(() => sandbox.close())

const stored = (): { id: string; state: string } => {
  const [run] = sandbox.store.project('team', 'vision')?.runs ?? []
  if (run === undefined) throw new Error('no run')
  return run as unknown as { id: string; state: string }
}

/** A client for which the run has the next state after each wait. */
const clientWith = (...states: ReadonlyArray<string>): { readonly client: Client; readonly waits: Array<number> } => {
  const waits: Array<number> = []
  const client = makeClient({
    baseUrl: sandbox.url,
    apiKey: sandbox.apiKey,
    maxRetries: 0,
    sleep: async (milliseconds) => {
      stored().state = states[waits.length] ?? stored().state
      waits.push(milliseconds)
      if (waits.length > states.length + 20) throw new Error('never ends')
    },
  })
  return { client, waits }
}

describe('waitForRun', () => {
  test.each(['finished', 'failed', 'crashed', 'killed', 'preempted'])('ends by %s', async (state) => {
    const { client, waits } = clientWith('running', 'running', state)
    const states: Array<unknown> = []
    const run = rightOf(await waitForRun({ run: path, every: 30_000, onState: (now) => states.push(now) })(client)())
    expect(run).toEqual(rightOf(await loadRun({ run: path, fields: [] })(client)()))
    expect([run.state, states, waits]).toEqual([state, ['running', state], [30_000, 30_000, 30_000]])
  })

  test('takes a path, a record, and a run that has ended already', async () => {
    stored().state = 'finished'
    const { client, waits } = clientWith()
    const run = rightOf(await waitForRun(path)(client)())
    expect(rightOf(await waitForRun(run)(client)())).toEqual(run)
    expect(waits).toEqual([])
  })

  test('ends by a state to wait for, or by any final one instead', async () => {
    stored().state = 'pending'
    expect(rightOf(await waitForRun({ run: path, until: 'running' })(clientWith('running').client)()).state).toBe(
      'running',
    )
    stored().state = 'pending'
    const until = ['running', 'preempting']
    expect(rightOf(await waitForRun({ run: path, until })(clientWith('preempting').client)()).state).toBe('preempting')
    stored().state = 'pending'
    expect(rightOf(await waitForRun({ run: path, until })(clientWith('crashed').client)()).state).toBe('crashed')
  })

  test('asks for the state alone until then', async () => {
    await waitForRun(path)(clientWith('running', 'finished').client)()
    expect(sandbox.requests.map(({ operationName }) => operationName)).toEqual([
      'RunState',
      'RunState',
      'RunState',
      'Run',
    ])
  })

  test('goes on after failures, and ends at the tenth in a row', async () => {
    sandbox.faults.add({ kind: 'status', status: 503, when: { times: 9 } })
    const { client } = clientWith(...new Array(9).fill('running'), 'finished')
    expect(rightOf(await waitForRun(path)(client)()).state).toBe('finished')
    sandbox.faults.add({ kind: 'status', status: 503 })
    const down = clientWith()
    failsWith('HttpFailed', await waitForRun(path)(down.client)())
    expect(down.waits.length).toBe(9)
  })

  test('ends with an error that no other try can help', async () => {
    const { client, waits } = clientWith()
    failsWith('NotFound', await waitForRun('team/vision/nothing')(client)())
    for (const wrong of [{ every: 0 }, { every: '5' }, { until: [] }, { until: 5 }, { onState: 5 }, { timeout: 5 }])
      failsWith('InvalidQuery', await waitForRun({ run: path, ...wrong } as never)(client)())
    expect(waits).toEqual([])
  })

  test('ends at the signal, and with what onState throws', async () => {
    const controller = new AbortController()
    const { client } = clientWith()
    const onState = (): void => controller.abort()
    failsWith('Aborted', await waitForRun({ run: path, signal: controller.signal, onState })(client)())
    const thrown = await waitForRun({
      run: path,
      onState: () => {
        throw new Error('no bell')
      },
    })(client)()
    expect(failsWith('InvalidQuery', thrown).reason).toBe('threw an error: no bell')
  })

  test('is not answered by a cache', async () => {
    const { client } = clientWith('finished')
    expect(rightOf(await waitForRun(path)(makeCachedClient(client, { ttl: 1e9 }))()).state).toBe('finished')
  })
})
