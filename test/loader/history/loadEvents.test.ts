import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type EventsQuery, loadEvents } from 'wandb-run-ops/loader'
import { historyRows } from 'wandb-run-ops/ops'
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts'
import { logged } from '../../fixtures/loader/logged.ts'
import { failsWith, rightOf } from '../servers/either.ts'
import { quick } from '../servers/quick.ts'

const eventsOf = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    _runtime: index * 15,
    'system.cpu': index % 100,
    ...(index % 3 === 0 ? { 'system.gpu.0.gpu': index } : {}),
  }))

const text = (rows: ReadonlyArray<object>) => rows.map((row) => JSON.stringify(row))

let sandbox: Sandbox

beforeAll(async () => {
  const records = [
    logged('a', [], { events: text(eventsOf(1000)) }),
    logged('long', [], { events: text(eventsOf(30_000)) }),
    logged('none', []),
  ]
  sandbox = await startSandbox({ records })
})

afterAll(() => sandbox.close())

const load = async (query: Partial<EventsQuery> = {}) => {
  sandbox.resetRequests()
  return rightOf(await loadEvents({ run: 'team/vision/a', ...query })(quick(sandbox.url, sandbox.apiKey))())
}

describe('loadEvents', () => {
  test('returns every row in one request, with places for steps', async () => {
    const events = await load()
    expect(historyRows(events)).toEqual(eventsOf(1000).map((row, _step) => ({ _step, ...row })))
    expect(events).toMatchObject({ sampled: false, failures: [] })
    expect(sandbox.requests.length).toBe(1)
  })

  test('asks for more where the server might have left some out', async () => {
    const events = await load({ run: 'team/vision/long' })
    expect(events).toMatchObject({ length: 30_000, sampled: false })
    expect(sandbox.requests.map(({ variables }) => variables['samples'])).toEqual([10_000, 80_000])
  })

  test('reports that rows are a choice where all of them cannot be loaded', async () => {
    sandbox.faults.add({ kind: 'status', status: 500, when: { operation: 'RunEvents', nth: 2, times: 9 } })
    const client = quick(sandbox.url, sandbox.apiKey, { maxRetries: 1 })
    const events = rightOf(await loadEvents('team/vision/long')(client)())
    sandbox.faults.clear()
    expect(events).toMatchObject({ length: 10_000, sampled: true })
  })

  test('returns as many rows as requested, as a choice', async () => {
    expect(await load({ samples: 7 })).toMatchObject({ length: 7, sampled: true })
  })

  test('returns only the metrics that are requested, and the places of their rows', async () => {
    const events = await load({ keys: ['system.gpu.0.gpu'] })
    expect(events.keys).toEqual(['system.gpu.0.gpu'])
    expect([...events.steps].slice(0, 3)).toEqual([0, 3, 6])
  })

  test('has no rows where nothing was recorded', async () => {
    expect(await load({ run: 'team/vision/none' })).toMatchObject({ length: 0, sampled: false })
  })

  test('of a run that does not exist is NotFound, and a wrong query is refused', async () => {
    const client = quick(sandbox.url, sandbox.apiKey)
    failsWith('NotFound', await loadEvents('team/vision/no')(client)())
    failsWith('InvalidQuery', await loadEvents({ run: 'team/vision/a', samples: -1 })(client)())
  })
})
