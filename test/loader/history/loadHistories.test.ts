import { afterEach, describe, expect, test } from 'vitest'
import {
  type Client,
  type HistoriesQuery,
  type HttpRequest,
  loadEvents,
  loadHistories,
  sampleHistory,
} from 'wandb-run-ops/loader'
import { historyCount, historyRows } from 'wandb-run-ops/ops'
import { type Line, type Sandbox, type SandboxOptions, startSandbox } from '../../../sandbox/index.ts'
import { logged } from '../../fixtures/loader/logged.ts'
import { failsWith, rightOf } from '../servers/either.ts'
import { quick } from '../servers/quick.ts'

const sandboxes: Array<Sandbox> = []

afterEach(async () => {
  await Promise.all(sandboxes.splice(0).map((sandbox) => sandbox.close()))
})

const serve = async (records: ReadonlyArray<Line>, options: SandboxOptions = {}) => {
  const sandbox = await startSandbox({ records, ...options })
  sandboxes.push(sandbox)
  const client = quick(sandbox.url, sandbox.apiKey)
  const load = async (query: HistoriesQuery = {}, by: Client = client) =>
    rightOf(await loadHistories({ project: 'team/vision', ...query })(by)())
  return { sandbox, client, load }
}

/** Runs created one second after the other, run `i` with `i` rows of loss, and every third of them with accuracy. */
const runsOf = (count: number) =>
  Array.from({ length: count }, (_, index) =>
    logged(
      `r${index}`,
      Array.from({ length: index }, (_, _step) => ({
        _step,
        loss: _step,
        ...(index % 3 === 0 ? { accuracy: 1 } : {}),
      })),
      { createdAt: `2026-03-01T10:00:${String(index).padStart(2, '0')}` },
    ),
  )

/** A client of a server that fails at whatever concerns one run. */
const poisoned = (client: Client, isPoison: (body: string) => boolean, status = 502): Client => ({
  ...client,
  send: (request: HttpRequest) =>
    isPoison(request.body ?? '')
      ? client.send({ ...request, url: `${client.baseUrl}/no-such-place/${status}` }).then(
          () =>
            ({
              _tag: 'Right',
              right: { status, headers: {}, body: new TextEncoder().encode('bad gateway') },
            }) as const,
        )
      : client.send(request),
})

const ids = (items: ReadonlyArray<{ readonly run: { readonly id: string } }>) => items.map(({ run }) => run.id)

describe.each([false, true])('loadHistories, complete: %s,', (complete) => {
  test('returns the histories in the order of the runs', async () => {
    const { load } = await serve(runsOf(12))
    const { items, ...rest } = await load({ complete, keys: ['loss'], order: '-created_at', pageSize: 5 })
    expect(items.map(({ run, history }) => [run.id, history.length])).toEqual(
      Array.from({ length: 12 }, (_, index) => [`r${11 - index}`, 11 - index]),
    )
    expect(items.every(({ history }) => history.sampled === !complete)).toBe(true)
    expect(rest).toMatchObject({ totalCount: 12, complete: true, failures: [], duplicates: 0, skipped: 0 })
  })

  test('distinguishes a run without the key from a run without rows', async () => {
    const { load } = await serve(runsOf(4))
    const { items } = await load({ complete, keys: ['accuracy', 'loss'] })
    expect(items.map(({ missingKeys }) => missingKeys)).toEqual([[], ['accuracy'], ['accuracy'], []])
    const none = await load({ complete, keys: ['no'] })
    expect(none.items.map(({ missingKeys, history }) => [history.length, missingKeys])).toEqual([
      [0, []],
      [0, ['no']],
      [0, ['no']],
      [0, ['no']],
    ])
  })

  test('returns all metrics where none are named', async () => {
    const { load } = await serve(runsOf(4))
    const { items } = await load({ complete })
    expect(items.map(({ history }) => history.keys)).toEqual([[], ['loss'], ['loss'], ['loss', 'accuracy']])
  })

  test('takes no more runs than requested, and continues after them', async () => {
    const { load } = await serve(runsOf(9))
    const first = await load({ complete, keys: ['loss'], limit: 4, pageSize: 3 })
    expect(ids(first.items)).toEqual(['r0', 'r1', 'r2', 'r3'])
    expect(first.complete).toBe(false)
    const second = await load({ complete, keys: ['loss'], after: first.cursor })
    expect(ids(second.items)).toEqual(['r4', 'r5', 'r6', 'r7', 'r8'])
    expect(second.complete).toBe(true)
  })

  test('heeds filters', async () => {
    const { load } = await serve(runsOf(9))
    const { items, totalCount } = await load({ complete, filters: { name: { $in: ['r2', 'r7'] } }, keys: ['loss'] })
    expect([ids(items), totalCount]).toEqual([['r2', 'r7'], 2])
  })

  test('has one failure for a run whose history cannot be loaded, and the others', async () => {
    const { load, sandbox } = await serve(runsOf(9))
    const lines = sandbox.store.project('team', 'vision')?.runs ?? []
    expect(lines.length).toBe(9)
    // A page that holds the run fails as a whole; alone, only the run itself does.
    const isPoison = (body: string): boolean =>
      /"Histories"/.test(body) || (/"id":"r4"/.test(body) && /istory/.test(body))
    const client = poisoned(quick(sandbox.url, sandbox.apiKey, { maxRetries: 2 }), isPoison)
    const { items, failures, ...rest } = await load({ complete, keys: ['loss'] }, client)
    expect(ids(items)).toEqual(['r0', 'r1', 'r2', 'r3', 'r5', 'r6', 'r7', 'r8'])
    expect(failures).toEqual([{ path: ['history'], expected: 'history', actual: 'HttpFailed', runId: 'r4', page: 0 }])
    expect(rest).toMatchObject({ complete: true, totalCount: 9 })
  })

  test('is an error where no run of several can be had', async () => {
    const { client } = await serve(runsOf(3))
    const broken = poisoned(
      { ...client, limits: { ...client.limits, maxRetries: 1 } },
      (body) => /istory|Histories/.test(body) && !/"HistoryRuns"/.test(body),
    )
    failsWith('HttpFailed', await loadHistories({ project: 'team/vision', keys: ['loss'], complete })(broken)())
  })

  test('counts runs that cannot be read, and empty places', async () => {
    const { load, sandbox } = await serve(runsOf(6))
    sandbox.faults.add({
      kind: 'malformed-run',
      shape: 'created-at',
      indexes: [1],
      when: { operation: /Histor/ },
    } as never)
    sandbox.faults.add({ kind: 'null-nodes', indexes: [3] })
    const { items, failures, skipped, complete: isAll } = await load({ complete, keys: ['loss'] })
    expect(ids(items)).toEqual(['r0', 'r2', 'r4', 'r5'])
    expect([failures.length, skipped, isAll]).toEqual([1, 1, true])
  })

  test('stops at the signal', async () => {
    const { client } = await serve(runsOf(9))
    const controller = new AbortController()
    const query: HistoriesQuery = {
      project: 'team/vision',
      keys: ['loss'],
      complete,
      pageSize: 2,
      signal: controller.signal,
      onProgress: () => controller.abort(),
    }
    failsWith('Aborted', await loadHistories(query)(client)())
  })

  test('of a project that does not exist is NotFound', async () => {
    const { client } = await serve(runsOf(1))
    const missing = await loadHistories({ project: 'team/no', keys: ['loss'], complete })(client)()
    expect(failsWith('NotFound', missing).what).toBe('project')
  })
})

describe('loadHistories', () => {
  test('takes at most 20 requests for the samples of 1,000 runs', async () => {
    const synthetic = { runs: 1000, historyRows: 60, seed: 3 }
    const { load, sandbox } = await serve([], { synthetic })
    const query = { project: 'synthetic/training', keys: ['accuracy', 'loss'], samples: 20 }
    const { items, complete } = await load(query)
    expect([items.length, complete]).toEqual([1000, true])
    expect(items.every(({ history }) => historyCount(history, 'accuracy') === 20)).toBe(true)
    expect(sandbox.requests.length).toBeLessThanOrEqual(20)
  })

  test('returns samples of metrics that never meet in a row', async () => {
    const rows = Array.from({ length: 100 }, (_, _step) => ({ _step, [_step % 2 === 0 ? 'a' : 'b']: _step }))
    const { load } = await serve([logged('x', rows)])
    const { items } = await load({ keys: ['a', 'b'], samples: 10 })
    expect(items.map(({ history }) => [historyCount(history, 'a'), historyCount(history, 'b')])).toEqual([[10, 10]])
  })

  test('returns every row within bounds of every run, where it is to be complete', async () => {
    const { load } = await serve(runsOf(9), { history: 'mixed' })
    const { items } = await load({ complete: true, keys: ['loss', 'accuracy'], minStep: 1, maxStep: 3, require: 'all' })
    expect(items.map(({ history }) => historyRows(history).map(({ _step }) => _step))).toEqual([
      [],
      [],
      [],
      [1, 2],
      [],
      [],
      [1, 2],
      [],
      [],
    ])
  })

  test.each([
    ['keys', { keys: [] }],
    ['samples', { samples: 0 }],
    ['samples', { samples: 5, complete: true }],
    ['minStep', { minStep: 5 }],
    ['require', { require: 'all' as const }],
    ['pageSize', { pageSize: 0 }],
    ['limit', { limit: 0.5 }],
    ['order', { order: '' }],
    ['after', { after: '' }],
    ['xAxis', { xAxis: 'epoch' }],
    ['xAxis', { xAxis: 5 as never, keys: ['loss'] }],
    ['xAxis', { xAxis: 'epoch', keys: ['loss'], complete: true }],
    ['xAxis', { xAxis: 'epoch', keys: ['loss'], stream: 'system' as const }],
    ['minStep', { minStep: 5, complete: true, stream: 'system' as const }],
    ['stream', { stream: 'events' as never }],
    ['complete', { complete: 'yes' as never }],
  ])('refuses a query whose %s is wrong, and sends nothing', async (field, query) => {
    const { client, sandbox } = await serve([])
    expect(failsWith('InvalidQuery', await loadHistories({ project: 'a/b', ...query })(client)()).field).toBe(field)
    expect(sandbox.requests.length).toBe(0)
  })
})

describe('the options of samples', () => {
  const rows = Array.from({ length: 30 }, (_, _step) => ({
    _step,
    loss: _step,
    ...(_step % 3 === 0 ? { epoch: _step / 3 } : {}),
  }))
  const events = Array.from({ length: 20 }, (_, at) =>
    JSON.stringify({ _runtime: at, 'system.cpu': at, 'system.gpu': 1 }),
  )
  const records = ['a', 'b'].map((id) => logged(id, rows, { events }))

  test('xAxis is as in sampleHistory: rows that have it, and its values', async () => {
    const { client, load } = await serve(records)
    const { items } = await load({ keys: ['loss'], xAxis: 'epoch', samples: 100 })
    for (const { run, history } of items) {
      const alone = rightOf(await sampleHistory({ run, keys: ['loss'], xAxis: 'epoch', samples: 100 })(client)())
      expect(history).toEqual(alone)
      expect([history.length, history.keys]).toEqual([10, ['epoch', 'loss']])
    }
  })

  test('the system stream is the events of each run, with the list of runs in one request', async () => {
    const { client, sandbox, load } = await serve(records)
    const { items } = await load({ stream: 'system', keys: ['system.cpu', 'none'], samples: 5 })
    expect(sandbox.requests.length).toBe(1)
    for (const { run, history, missingKeys } of items) {
      expect(history).toEqual(rightOf(await loadEvents({ run, keys: ['system.cpu', 'none'], samples: 5 })(client)()))
      expect([history.sampled, history.keys, missingKeys]).toEqual([true, ['system.cpu'], ['none']])
    }
    const all = await load({ stream: 'system', complete: true })
    expect(all.items.map(({ history }) => [history.length, history.sampled])).toEqual([
      [20, false],
      [20, false],
    ])
  })
})
