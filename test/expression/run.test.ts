import * as E from 'fp-ts/lib/Either.js'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type ExpressionQuery, runExpression } from 'wandb-run-ops/expression'
import { makeClient, orThrow } from 'wandb-run-ops/loader'
import { column, eq, or } from 'wandb-run-ops/query'
import { type RunLine, type Sandbox, startSandbox } from '../../sandbox/index.ts'

const RUNS = 600

const entries = (config: Readonly<Record<string, unknown>>): string =>
  JSON.stringify(Object.fromEntries(Object.entries(config).map(([key, value]) => [key, { desc: null, value }])))

const filler = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`filler_${index}`, 'x'.repeat(40)]))

const logged = { typeCounts: [{ type: 'number', count: 1 }], monotonic: false, previousValue: 0 }

const line = (index: number): RunLine => ({
  kind: 'run',
  id: `run${String(index).padStart(5, '0')}`,
  entity: 'lab',
  project: 'search',
  displayName: `trial-${index}`,
  group: null,
  jobType: null,
  state: index % 20 === 19 ? 'crashed' : 'finished',
  createdAt: new Date(Date.UTC(2026, 0, 1) + index * 60_000).toISOString().slice(0, 19),
  heartbeatAt: new Date(Date.UTC(2026, 0, 1) + index * 60_000 + 30_000).toISOString().slice(0, 19),
  tags: [],
  notes: null,
  description: null,
  sweepName: null,
  commit: null,
  user: 'ada',
  host: null,
  exitcode: 0,
  computeSeconds: 30,
  config: entries({
    tpe_epoch: Math.floor(index / 4),
    optimizer: index % 2 === 0 ? 'adam' : 'sgd',
    'a.b': index,
    ...filler,
  }),
  summaryMetrics: JSON.stringify({ acc: index / RUNS, ...filler }),
  systemMetrics: null,
  historyKeys: index < 3 ? { keys: { loss: logged, acc: logged }, lastStep: 3 } : null,
  history:
    index < 3
      ? [0, 1, 2, 3].map((step) => JSON.stringify({ _step: step, acc: step, ...(step === 2 && { loss: index }) }))
      : [],
  events: [],
  logLines: [],
  files: [],
  loggedArtifacts: [],
  usedArtifacts: [],
})

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({
    records: [
      { kind: 'user', username: 'ada', name: 'Ada', email: 'ada@lab.example' },
      {
        kind: 'project',
        entity: 'lab',
        name: 'search',
        description: null,
        createdAt: '2026-01-01T00:00:00',
        user: 'ada',
      },
      ...Array.from({ length: RUNS }, (_, index) => line(index)),
    ],
  })
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.resetRequests())

const client = () => makeClient({ baseUrl: sandbox.url, apiKey: sandbox.apiKey })
const ask = (text: string, project?: string) => orThrow(runExpression({ text, project })(client()))
const bytes = (): number => sandbox.requests.reduce((sum, request) => sum + request.bytes, 0)

test.each([
  'runs.groupby((row) => { Epoch: row.config["tpe_epoch"] }).map((row, index) => { Epoch: row.groupkey["Epoch"], M: row.summary["acc"].avg })',
  'runs.groupby((row) => row.config["tpe_epoch"]).map((row) => { Epoch: row.groupkey, M: row.summary["acc"].avg })',
])('returns the groups of runs from several pages: %s', async (text) => {
  const { value, runs, requests, complete, plan } = await ask(text, 'lab/search')
  const groups = value as ReadonlyArray<{ readonly Epoch: number; readonly M: number }>

  expect(groups.map(({ Epoch }) => Epoch)).toEqual(Array.from({ length: RUNS / 4 }, (_, epoch) => epoch))
  expect(groups[10]?.M).toBeCloseTo((40 + 41 + 42 + 43) / 4 / RUNS)
  expect({ runs, complete, keys: plan.keys }).toEqual({
    runs: RUNS,
    complete: true,
    keys: { config: ['tpe_epoch'], summary: ['acc'] },
  })
  // 100 runs, 400, and the rest.
  expect(requests).toBe(3)
})

test('counts the requests that the server saw, retries among them', async () => {
  const id = sandbox.faults.add({ kind: 'status', status: 503, when: { operation: 'Runs', nth: 1 } })
  const quick = { ...client(), sleep: () => Promise.resolve() }
  const { requests } = await orThrow(runExpression({ text: 'runs.count', project: 'lab/search' })(quick))
  sandbox.faults.remove(id)

  expect(requests).toBe(sandbox.requests.length)
  expect(requests).toBeGreaterThan(3)
})

test('reads fewer runs if the server can filter, and checks the condition again', async () => {
  const { value, runs, requests } = await ask(
    'runs.filter((row) => row.state == "crashed" && row.config["a.b"] > 100).count',
    'lab/search',
  )

  expect({ value, runs, requests }).toEqual({ value: 25, runs: 30, requests: 1 })
})

test('loads only the two requested keys', async () => {
  await ask('runs.map((row) => [row.config["tpe_epoch"], row.config["optimizer"], row.summary["acc"]])', 'lab/search')
  const few = bytes()
  sandbox.resetRequests()
  await ask('runs.map((row) => [row.config, row.summary["acc"]])', 'lab/search')

  expect(few).toBeLessThan(bytes() / 2)
  expect(sandbox.requests.every(({ status }) => status === 200)).toBe(true)
})

test('finds a key with a dot among the loaded keys', async () => {
  expect((await ask('runs.limit(3).config["a.b"]', 'lab/search')).value).toEqual([0, 1, 2])
})

test('loads only the runs within a limit', async () => {
  const best = await ask('runs.sort((row) => [row.summary["acc"]], ["desc"]).limit(2).name', 'lab/search')

  expect({ value: best.value, runs: best.runs, complete: best.complete }).toEqual({
    value: ['trial-599', 'trial-598'],
    runs: 2,
    complete: true,
  })
})

test('reads the project that the expression names', async () => {
  const { value, plan } = await ask('project("lab", "search").runs.limit(1).name')

  expect(value).toEqual(['trial-0'])
  expect(plan.project).toBe('lab/search')
})

test('loads only the aggregated metrics of histories, with the same result as for all rows', async () => {
  const { value, plan } = await ask('runs.limit(3).history["loss"].max', 'lab/search')

  expect(value).toEqual([0, 1, 2])
  expect(plan.historyKeys).toEqual(['loss'])
  expect((await ask('runs.limit(1).history["loss"]', 'lab/search')).value).toEqual([[null, null, 0, null]])
})

test('has the same type for a project without runs', async () => {
  const { value, type, runs } = await ask('runs.filter((row) => row.state == "failed").name', 'lab/search')

  expect({ value, type, runs }).toEqual({
    value: [],
    type: { _tag: 'List', of: { _tag: 'Scalar', name: 'string' } },
    runs: 0,
  })
})

test('requests nothing for an expression without runs', async () => {
  expect(await ask('1 + 1')).toMatchObject({ value: 2, requests: 0, runs: 0, complete: true })
  expect(sandbox.requests).toEqual([])
})

test.each([
  ['runs ?? 1', 'SyntaxError'],
  ['runs.nmae', 'TypeError'],
  ['project("lab").runs', 'TypeError'],
  ['[project("lab", "search").runs, runs]', 'TypeError'],
])('requests nothing for an invalid expression: %s', async (text, _tag) => {
  const result = await runExpression({ text, project: 'lab/search' })(client())()

  expect(E.isLeft(result) && result.left._tag).toBe(_tag)
  expect(sandbox.requests).toEqual([])
})

test('returns the error of the load', async () => {
  const result = await runExpression({ text: 'runs.count', project: 'lab/none' })(client())()

  expect(E.isLeft(result) && result.left._tag).toBe('NotFound')
})

test('aborts with the signal, and reports progress before', async () => {
  const controller = new AbortController()
  const loaded: Array<number> = []
  const result = await runExpression({
    text: 'runs.name',
    project: 'lab/search',
    signal: controller.signal,
    onProgress: (progress) => {
      loaded.push(progress.loaded)
      controller.abort()
    },
  })(client())()

  expect(loaded).toEqual([100])
  expect(E.isLeft(result) && result.left._tag).toBe('Aborted')
})

test('reports a run that cannot be read, and returns the value of the others', async () => {
  const id = sandbox.faults.add({
    kind: 'malformed-run',
    shape: 'created-at',
    indexes: [0],
    when: { operation: 'Runs', nth: 1 },
  })
  const { value, failures, complete } = await ask('runs.count', 'lab/search')
  sandbox.faults.remove(id)

  expect({ value, complete, failures: failures.length }).toEqual({ value: RUNS - 1, complete: true, failures: 1 })
})

const over = (query: Omit<ExpressionQuery, 'text' | 'project'>, text: string) =>
  orThrow(runExpression({ ...query, text, project: 'lab/search' })(client()))

test('the runs can be those that match filters, together with the conditions of the expression', async () => {
  const text = 'runs.filter((row) => row.config["optimizer"] == "sgd").count'
  for (const filters of [{ state: 'crashed' }, eq(column.state, 'crashed')])
    expect(await over({ filters }, text)).toMatchObject({ value: RUNS / 20, runs: RUNS / 20 })
  expect(await over({ filters: { state: 'none' } }, 'runs.count')).toMatchObject({ value: 0, runs: 0 })
  expect(await over({ filters: or() }, 'runs.count')).toMatchObject({ value: 0 })
})

test('the runs can be the first of an order, of which the expression selects', async () => {
  const newest = { order: '-created_at', limit: 5 }
  expect(await over(newest, 'runs.name')).toMatchObject({
    value: [599, 598, 597, 596, 595].map((index) => `trial-${index}`),
    complete: false,
  })
  expect(await over(newest, 'runs.filter((row) => row.config["optimizer"] == "adam").name')).toMatchObject({
    value: ['trial-598', 'trial-596'],
    runs: 5,
  })
  expect(await over({ order: '-created_at' }, 'runs.limit(2).name')).toMatchObject({
    value: ['trial-599', 'trial-598'],
    complete: true,
  })
})

test('filters that the server cannot apply are refused, and a project that the expression names is whole', async () => {
  const refused = runExpression({
    text: 'runs.filter((row) => row.state == "x")',
    filters: { id: 'x' },
    project: 'lab/search',
  })
  expect(await refused(client())()).toMatchObject({ left: { _tag: 'InvalidQuery' } })
  const named = await over({ filters: { state: 'crashed' }, limit: 1 }, 'project("lab", "search").runs.count')
  expect(named.value).toBe(RUNS)
})

test('an option that does not exist, a wrong type, and a text that is none are refused', async () => {
  const attempt = (query: unknown) => runExpression(query as never)(makeClient({ apiKey: 'not-a-real-key' }))()
  expect(await attempt({ text: 'runs.count', filter: {} })).toMatchObject({
    left: { _tag: 'InvalidQuery', message: 'Unknown option filter. Did you mean filters?' },
  })
  for (const query of [undefined, null, 5, { text: 5 }, { text: 'runs.count', limit: '5' }])
    expect(await attempt(query)).toMatchObject({ left: { _tag: 'InvalidQuery' } })
})
