import { afterEach, describe, expect, test } from 'vitest'
import { type HistoryQuery, loadHistory, type Progress } from 'wandb-run-ops/loader'
import { historyRows } from 'wandb-run-ops/ops'
import { type Line, type Sandbox, type SandboxOptions, startSandbox } from '../../../sandbox/index.ts'
import { writeParquet } from '../../../sandbox/parquet/write.ts'
import { logged } from '../../fixtures/loader/logged.ts'
import { failsWith, rightOf } from '../servers/either.ts'
import { quick } from '../servers/quick.ts'
import { scripted } from '../servers/scripted.ts'

const sandboxes: Array<Sandbox> = []

afterEach(async () => {
  await Promise.all(sandboxes.splice(0).map((sandbox) => sandbox.close()))
})

const serve = async (records: ReadonlyArray<Line>, options: SandboxOptions = {}) => {
  const sandbox = await startSandbox({ records, ...options })
  sandboxes.push(sandbox)
  const client = quick(sandbox.url, sandbox.apiKey)
  const load = async (query: Partial<HistoryQuery> = {}) =>
    rightOf(await loadHistory({ run: 'team/vision/a', ...query })(client)())
  return { sandbox, client, load }
}

const range = (length: number, every = 1): ReadonlyArray<number> => Array.from({ length }, (_, index) => index * every)

/** Train loss at each step, validation loss at each tenth, and eight more metrics that nobody asks for. */
const rows = range(100).map((_step) => ({
  _step,
  train_loss: 1 / (1 + _step),
  ...(_step % 10 === 5 ? { val_loss: 2 / (1 + _step) } : {}),
  ...Object.fromEntries(range(8).map((key) => [`other_${key}`, _step * key])),
}))

const operations = (sandbox: Sandbox) => sandbox.requests.map(({ operationName }) => operationName)

describe('loadHistory', () => {
  test('returns every row, in two requests for few of them', async () => {
    const { load, sandbox } = await serve([logged('a', rows)])
    const history = await load()
    expect(historyRows(history)).toEqual(rows)
    expect(history).toMatchObject({ source: 'graphql', sampled: false, failures: [] })
    expect(operations(sandbox)).toEqual(['RunHistory', 'HistoryPage'])
  })

  test('takes a path as text alone, and a record', async () => {
    const { client } = await serve([logged('a', rows)])
    const byPath = rightOf(await loadHistory('team/vision/a')(client)())
    const byRecord = rightOf(await loadHistory({ run: { entity: 'team', project: 'vision', id: 'a' } })(client)())
    expect(byPath).toEqual(byRecord)
  })

  test.each(['none', 'live', 'parquet', 'mixed'] as const)(
    'gives the rows that have one of the keys, or all of them: %s',
    async (history) => {
      const { load } = await serve([logged('a', rows)], { history })
      const val = rows.flatMap(({ _step, val_loss }) => (val_loss === undefined ? [] : [{ _step, val_loss }]))
      expect(historyRows(await load({ keys: ['val_loss'] }))).toEqual(val)
      expect(historyRows(await load({ keys: ['val_loss', 'train_loss'] }))).toEqual(
        rows.map(({ _step, train_loss, val_loss }) => ({
          _step,
          train_loss,
          ...(val_loss === undefined ? {} : { val_loss }),
        })),
      )
      const all = await load({ keys: ['train_loss', 'val_loss'], require: 'all' })
      expect([...all.steps]).toEqual(val.map(({ _step }) => _step))
      expect(all.keys).toEqual(['train_loss', 'val_loss'])
    },
  )

  test.each(['none', 'live', 'parquet', 'mixed'] as const)(
    'gives the steps from the first bound on and before the second: %s',
    async (history) => {
      const { load } = await serve([logged('a', rows)], { history })
      const steps = async (query: Partial<HistoryQuery>) => [...(await load(query)).steps]
      expect(await steps({ minStep: 10, maxStep: 13 })).toEqual([10, 11, 12])
      expect(await steps({ keys: ['train_loss'], minStep: 10, maxStep: 13 })).toEqual([10, 11, 12])
      expect(await steps({ minStep: 97 })).toEqual([97, 98, 99])
      expect(await steps({ maxStep: 2 })).toEqual([0, 1])
      expect(await steps({ minStep: 50, maxStep: 50 })).toEqual([])
      expect(await steps({ minStep: 1000 })).toEqual([])
      expect(await steps({ maxStep: 99 })).toEqual([...range(99)])
    },
  )

  test('returns the same by specs and by whole rows, on page borders too', async () => {
    const { load } = await serve([logged('a', rows)])
    const keys = ['train_loss', 'val_loss']
    const whole = historyRows(await load({ keys, pageSize: 1000 }))
    for (const pageSize of [1, 7, 10, 50, 99, 100, 101])
      expect(historyRows(await load({ keys, pageSize }))).toEqual(whole)
  })

  test('asks for one key by a spec of its own, with an upper bound that belongs to the range', async () => {
    const { load, sandbox } = await serve([logged('a', rows)])
    await load({ keys: ['val_loss', 'train_loss'], maxStep: 50 })
    const specs = sandbox.requests[1]?.variables['specs'] as ReadonlyArray<string>
    expect(specs.map((spec) => JSON.parse(spec))).toEqual([
      { keys: ['_step', 'val_loss'], maxStep: 49, samples: expect.any(Number) },
      { keys: ['_step', 'train_loss'], maxStep: 49, samples: expect.any(Number) },
    ])
  })

  test('asks for whole rows where most of each is wanted', async () => {
    const { load, sandbox } = await serve([logged('a', rows)])
    const keys = ['train_loss', ...range(8).map((key) => `other_${key}`)]
    const history = await load({ keys })
    expect(history.keys).toEqual(keys)
    expect(operations(sandbox)).toEqual(['RunHistory', 'HistoryPage'])
  })

  test.each(['none', 'live', 'parquet', 'mixed'] as const)(
    'gives only steps for the key _step: %s',
    async (history) => {
      const { load } = await serve([logged('a', rows)], { history })
      expect(await load({ keys: ['_step'] })).toMatchObject({ keys: [], length: 100 })
      expect((await load({ keys: ['_step', 'val_loss'] })).length).toBe(10)
    },
  )

  test('leaves out a key that was never logged', async () => {
    const { load } = await serve([logged('a', rows)])
    expect((await load({ keys: ['train_loss', 'no'] })).keys).toEqual(['train_loss'])
    expect(await load({ keys: ['no'] })).toMatchObject({ keys: [], length: 0 })
  })

  test('finds nested metrics by their dotted names, on every way', async () => {
    const nested = [
      { _step: 0, a: { b: 1, c: 'x' }, d: 5 },
      { _step: 1, a: { b: 2 } },
    ]
    const flat = [
      { _step: 0, 'a.b': 1, 'a.c': 'x', d: 5 },
      { _step: 1, 'a.b': 2 },
    ]
    for (const history of ['none', 'parquet', 'mixed'] as const) {
      const { load } = await serve([logged('a', nested)], { history })
      expect(historyRows(await load())).toEqual(flat)
      expect(historyRows(await load({ keys: ['a.b'] }))).toEqual([
        { _step: 0, 'a.b': 1 },
        { _step: 1, 'a.b': 2 },
      ])
    }
  })

  test('returns non-finite numbers alike on every way', async () => {
    const texts = [
      '{"_step": 0, "x": NaN}',
      '{"_step": 1, "x": Infinity}',
      '{"_step": 2, "x": -Infinity}',
      '{"_step": 3, "x": 3.0}',
    ]
    for (const history of ['none', 'parquet', 'mixed'] as const) {
      const { load } = await serve([logged('a', [], { history: texts })], { history })
      for (const query of [{}, { keys: ['x'] }])
        expect([...((await load(query)).columns['x']?.values ?? [])]).toEqual([
          Number.NaN,
          Number.POSITIVE_INFINITY,
          Number.NEGATIVE_INFINITY,
          3,
        ])
    }
  })

  test('takes three requests at most for 11 rows over a million steps', async () => {
    const sparse = range(11, 100_000).map((_step) => ({ _step, loss: _step }))
    const { load, sandbox } = await serve([logged('a', sparse)])
    expect(historyRows(await load())).toEqual(sparse)
    expect(historyRows(await load({ keys: ['loss'] }))).toEqual(sparse)
    expect(sandbox.requests.length).toBeLessThanOrEqual(6)
  })

  test('takes about one request for each page of a long run', async () => {
    const long = range(20_000).map((_step) => ({ _step, loss: _step / 3 }))
    const { load, sandbox } = await serve([logged('a', long)])
    expect((await load()).length).toBe(20_000)
    expect(sandbox.requests.length).toBe(5)
    sandbox.resetRequests()
    expect((await load({ keys: ['loss'], pageSize: 2_000 })).length).toBe(20_000)
    expect(sandbox.requests.length).toBe(11)
  })

  test('asks for a rare key once, however long the run is', async () => {
    const long = range(20_000).map((_step) => ({ _step, loss: 1, ...(_step % 1000 === 0 ? { rare: _step } : {}) }))
    const { load, sandbox } = await serve([logged('a', long)])
    expect((await load({ keys: ['rare'] })).length).toBe(20)
    expect(operations(sandbox)).toEqual(['RunHistory', 'SampledHistory'])
  })

  test('asks nothing more of a run without rows', async () => {
    const { load, sandbox } = await serve([logged('a', [])])
    expect(await load()).toMatchObject({ length: 0, keys: [], sampled: false })
    expect(operations(sandbox)).toEqual(['RunHistory'])
  })

  test('reads the rows of a run of which the server knows neither keys nor the last step', async () => {
    const { load } = await serve([logged('a', rows, { historyKeys: null })])
    expect(historyRows(await load({ pageSize: 9 }))).toEqual(rows)
    expect((await load({ keys: ['val_loss'] })).length).toBe(10)
  })

  test('reads the rows that an active run logs in the meantime', async () => {
    const text = rows.map((row) => JSON.stringify(row))
    const history = [...text]
    const growing = logged('a', rows.slice(0, 40), { state: 'running', history })
    const { load, sandbox } = await serve([growing])
    history.splice(40)
    let next = 40
    sandbox.faults.add({ kind: 'latency', ms: 1, when: { operation: 'HistoryPage' } })
    const timer = setInterval(() => {
      const row = text[next]
      if (row !== undefined) history.push(row)
      next += 1
    }, 1)
    const loaded = await load({ pageSize: 5 })
    clearInterval(timer)
    expect(loaded.length).toBeGreaterThan(40)
    expect(historyRows(loaded)).toEqual(rows.slice(0, loaded.length))
  })

  test('has rows once that are both exported and live, and reports that the history is mixed', async () => {
    const { load } = await serve([logged('a', rows)], { history: 'mixed' })
    const history = await load()
    expect(history.source).toBe('mixed')
    expect(historyRows(history)).toEqual(rows)
    expect((await load({ maxStep: 10 })).source).toBe('parquet')
  })

  test('reads from the API what exported files without rows do not have', async () => {
    const { load, sandbox } = await serve([logged('a', rows)], { history: 'parquet' })
    sandbox.exports.give('team/vision/a', [writeParquet([], { rowGroupRows: 10, floatSteps: false })])
    expect(historyRows(await load())).toEqual(rows)
    expect((await load({ keys: ['val_loss'] })).length).toBe(10)
  })

  test('leaves the exported files alone where requested', async () => {
    const { load, sandbox } = await serve([logged('a', rows)], { history: 'parquet' })
    const history = await load({ source: 'graphql' })
    expect(history.source).toBe('graphql')
    expect(historyRows(history)).toEqual(rows)
    expect(sandbox.requests.every(({ path }) => path === '/graphql')).toBe(true)
  })

  test('reads a server that knows of no export', async () => {
    const { fetch, sent } = scripted(({ query, operationName }) => {
      if (query.includes('parquetHistory'))
        return { errors: [{ message: 'Cannot query field "parquetHistory" on type "Run".' }], data: null }
      const run =
        operationName === 'RunHistory'
          ? { state: 'finished', historyLineCount: 1, historyKeys: { keys: {}, lastStep: 0 } }
          : { history: ['{"_step": 0, "a": 1}'] }
      return { data: { project: { name: 'vision', entityName: 'team', run } } }
    })
    const history = rightOf(await loadHistory('team/vision/a')(quick('http://sandbox', 'key', { fetch }))())
    expect(historyRows(history)).toEqual([{ _step: 0, a: 1 }])
    expect(sent.length).toBe(3)
  })

  test('reports which rows it could not read, and where they were', async () => {
    const history = ['{"_step": 0, "a": 1}', 'broken', '{"a": 2}', '{"_step": 3, "a": 3}']
    const { load } = await serve([logged('a', rows.slice(0, 4), { history })])
    const loaded = await load()
    expect(historyRows(loaded)).toEqual([
      { _step: 0, a: 1 },
      { _step: 3, a: 3 },
    ])
    expect(loaded.failures).toEqual([
      { path: [], expected: 'JSON object', actual: 'string', index: 1, page: 0 },
      { path: ['_step'], expected: 'number', actual: 'undefined', index: 2, page: 0 },
    ])
  })

  test('tries again at half the size where the server fails at a page', async () => {
    const { load, sandbox } = await serve([logged('a', rows)])
    sandbox.faults.add({ kind: 'status', status: 502, when: { operation: 'HistoryPage', times: 2 } })
    expect(historyRows(await load({ pageSize: 80 }))).toEqual(rows)
    const samples = sandbox.requests.flatMap(({ variables }) => variables['samples'] ?? [])
    expect(samples.slice(0, 3)).toEqual([80, 40, 20])
  })

  test('has three pages on their way at once, once the first came', async () => {
    const { sandbox } = await serve([logged('a', rows)])
    const onTheWay: Array<number> = []
    let many = 0
    const counting: typeof fetch = async (...request) => {
      many += 1
      onTheWay.push(many)
      const response = await fetch(...request)
      await new Promise((resolve) => setTimeout(resolve, 10))
      many -= 1
      return response
    }
    const client = quick(sandbox.url, sandbox.apiKey, { fetch: counting })
    const history = rightOf(await loadHistory({ run: 'team/vision/a', pageSize: 10 })(client)())
    expect(historyRows(history)).toEqual(rows)
    expect(onTheWay.slice(0, 5)).toEqual([1, 1, 1, 2, 3])
    expect(Math.max(...onTheWay)).toBe(3)
  })

  test('reports how many rows are there', async () => {
    const { load } = await serve([logged('a', rows)])
    const told: Array<Progress> = []
    await load({ pageSize: 40, onProgress: (progress) => told.push(progress) })
    expect(told.map(({ phase, loaded, total }) => [phase, loaded, total])).toEqual([
      ['history', 40, 100],
      ['history', 80, 100],
      ['history', 100, 100],
    ])
  })

  test('of a run or a project that does not exist is NotFound', async () => {
    const { client } = await serve([logged('a', rows)])
    expect(failsWith('NotFound', await loadHistory('team/vision/no')(client)())).toMatchObject({ what: 'run' })
    expect(failsWith('NotFound', await loadHistory('team/no/a')(client)())).toMatchObject({ what: 'project' })
  })

  test('stops at the signal', async () => {
    const { client, sandbox } = await serve([logged('a', rows)])
    const controller = new AbortController()
    const onProgress = () => controller.abort()
    const query = { run: 'team/vision/a', pageSize: 10, signal: controller.signal, onProgress }
    failsWith('Aborted', await loadHistory(query)(client)())
    expect(sandbox.requests.length).toBeLessThanOrEqual(3)
  })

  test.each([
    ['keys', { keys: [] }],
    ['keys', { keys: 'loss' }],
    ['keys', { keys: [1] }],
    ['minStep', { minStep: 0.5 }],
    ['maxStep', { maxStep: Number.NaN }],
    ['pageSize', { pageSize: 0 }],
    ['require', { require: 'some' }],
    ['source', { source: 'parquet' }],
  ])('refuses a query whose %s is wrong, and sends nothing', async (field, query) => {
    const { client, sandbox } = await serve([])
    const wrong = { run: 'team/vision/a', ...query } as HistoryQuery
    expect(failsWith('InvalidQuery', await loadHistory(wrong)(client)()).field).toBe(field)
    expect(sandbox.requests.length).toBe(0)
  })
})
