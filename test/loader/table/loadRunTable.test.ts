import { afterAll, beforeAll, beforeEach, describe, expect, expectTypeOf, test } from 'vitest'
import { type LoadedRunTable, loadRuns, loadRunTable, makeClient, type Progress } from 'wandb-run-ops/loader'
import { columnValue } from 'wandb-run-ops/ops'
import { column, eq } from 'wandb-run-ops/query'
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts'
import { cellAt } from '../../../src/history/table/cellAt.ts'
import type { RunTable } from '../../../src/query/RunTable.ts'
import { failsWith, rightOf } from '../servers/either.ts'
import { connection, listing, runNode, runsAnswer } from '../servers/nodes.ts'
import { quick } from '../servers/quick.ts'
import { scripted } from '../servers/scripted.ts'
import { virtualTime } from '../servers/virtualTime.ts'

const project = 'synthetic/training'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ records: [], synthetic: { project: 'training', runs: 60 } })
})
afterAll(() => sandbox.close())
beforeEach(() => {
  sandbox.resetRequests()
  sandbox.faults.clear()
})

const client = () => quick(sandbox.url, sandbox.apiKey)
const of = (nodes: ReadonlyArray<unknown>) => {
  const server = scripted(listing(nodes))
  return { client: makeClient({ ...virtualTime(), fetch: server.fetch }), sent: server.sent }
}
const cells = (table: RunTable, name: string): ReadonlyArray<unknown> => {
  const found = table.columns[name]
  return found === undefined ? [] : Array.from({ length: table.length }, (_, row) => cellAt(found, row))
}
const columns = { lr: column.config('learning_rate'), loss: 'summary.loss', name: column.name } as const

describe('a table', () => {
  test('has a row per run, in order, and accounts for all of them', async () => {
    const { runs } = rightOf(await loadRuns({ project })(client())())
    const { table, ...rest } = rightOf(await loadRunTable({ project, columns, pageSize: 7 })(client())())
    expect(cells(table, 'name')).toEqual(runs.map(columnValue(column.name)))
    expect(cells(table, 'lr')).toEqual(runs.map((run) => run.config['learning_rate']))
    expect(cells(table, 'loss')).toEqual(runs.map((run) => run.summary['loss']))
    expect([table.length, table.names]).toEqual([60, ['lr', 'loss', 'name']])
    expect(rest).toEqual({
      totalCount: 60,
      failures: [],
      duplicates: 0,
      skipped: 0,
      complete: true,
      cursor: expect.any(String),
    })
  })

  test('says what its columns read', async () => {
    const { table } = rightOf(await loadRunTable({ project, columns })(client())())
    expect(table.sources).toEqual({ lr: columns.lr, loss: column.summary('loss'), name: column.name })
  })

  test('is the same whatever the page size', async () => {
    const whole = rightOf(await loadRunTable(project)(client())())
    for (const pageSize of [1, 7, 59, 60, 61, 1000])
      expect(rightOf(await loadRunTable({ project, pageSize })(client())()).table).toEqual(whole.table)
  })

  test('has the cursor to continue after its limit', async () => {
    const whole = rightOf(await loadRunTable({ project, columns })(client())())
    const head = rightOf(await loadRunTable({ project, columns, limit: 13 })(client())())
    const rest = rightOf(await loadRunTable({ project, columns, after: head.cursor })(client())())
    expect([head.table.length, head.complete, head.totalCount, rest.complete]).toEqual([13, false, 60, true])
    expect([...cells(head.table, 'name'), ...cells(rest.table, 'name')]).toEqual(cells(whole.table, 'name'))
  })

  test('has no rows, completely, where nothing matches', async () => {
    const { table, complete } = rightOf(
      await loadRunTable({ project, columns: { ...columns, tags: column.tags }, filters: { name: 'none' } })(
        client(),
      )(),
    )
    expect([table.length, complete, table.columns.lr.type, table.columns.tags.type]).toEqual([
      0,
      true,
      'number',
      'list',
    ])
  })

  test('takes filters and an order', async () => {
    const { runs } = rightOf(await loadRuns({ project, filters: { state: 'failed' } })(client())())
    const query = { project, columns: ['id'], filters: eq(column.state, 'failed'), order: '-created_at' } as const
    const { table } = rightOf(await loadRunTable(query)(client())())
    expect(cells(table, 'id')).toEqual(runs.map(({ id }) => id).reverse())
  })

  test('reports its progress', async () => {
    const steps: Array<Progress> = []
    const onProgress = (one: Progress) => steps.push(one)
    rightOf(await loadRunTable({ project, columns, pageSize: 25, limit: 40, onProgress })(client())())
    expect(steps).toEqual([
      { phase: 'runs', loaded: 25, total: 40 },
      { phase: 'runs', loaded: 40, total: 40 },
    ])
  })

  test('stops at a signal', async () => {
    failsWith('Aborted', await loadRunTable({ project, signal: AbortSignal.abort() })(client())())
  })

  test('infers the names of its columns', async () => {
    const byName = rightOf(await loadRunTable({ project, columns: { lr: 'config.lr', id: column.id } })(client())())
    expectTypeOf(byName).toEqualTypeOf<LoadedRunTable<'lr' | 'id'>>()
    const listed = rightOf(await loadRunTable({ project, columns: ['config.lr', 'state'] })(client())())
    expectTypeOf(listed).toEqualTypeOf<LoadedRunTable<'config.lr' | 'state'>>()
    expectTypeOf(rightOf(await loadRunTable(project)(client())())).toEqualTypeOf<LoadedRunTable>()
    // @ts-expect-error no such column
    expect(byName.table.columns.loss).toBeUndefined()
  })
})

describe('a request', () => {
  test('asks for ids and the asked columns alone', async () => {
    const { client, sent } = of([runNode(1)])
    rightOf(await loadRunTable({ project, columns: ['config.lr', 'summary.loss', 'runtime'] })(client)())
    expect(sent.map(({ variables }) => [variables['configKeys'], variables['summaryKeys']])).toEqual([
      [['lr'], ['loss']],
    ])
    expect(/node \{ (.*?) \} \}/.exec(sent[0]?.query ?? '')?.[1]).toBe(
      'name id createdAt heartbeatAt config(keys: $configKeys) summaryMetrics(keys: $summaryKeys)',
    )
  })

  test('without columns asks for the light fields, config and summary', async () => {
    const { client, sent } = of([runNode(1)])
    rightOf(await loadRunTable(project)(client)())
    expect(sent[0]?.query).toMatch(/ createdAt .* user \{ id username name \} .* config summaryMetrics \}/)
    expect(sent[0]?.query).not.toContain('systemMetrics')
  })
})

describe('a node', () => {
  test('that cannot be read is a failure and no row', async () => {
    const nodes = [
      runNode(0, { config: '{"lr": {"value": 1}}' }),
      runNode(1, { config: '{"lr": ' }),
      runNode(2, { createdAt: 'soon' }),
      runNode(3, { config: '{"lr": {"value": 2}}' }),
    ]
    const { table, failures, complete } = rightOf(
      await loadRunTable({ project, columns: { created: 'createdAt', lr: 'config.lr' } })(of(nodes).client)(),
    )
    expect(cells(table, 'lr')).toEqual([1, 2])
    expect(failures.map(({ path, runId, index }) => [path, runId, index])).toEqual([
      [['config'], 'run1', 1],
      [['createdAt'], 'run2', 2],
    ])
    expect(complete).toBe(true)
  })

  test('that came before is a duplicate, and null is skipped', async () => {
    const nodes = [runNode(0), runNode(1), runNode(1), null]
    const loaded = rightOf(await loadRunTable({ project, columns: ['id'], pageSize: 2 })(of(nodes).client)())
    expect([loaded.table.length, loaded.duplicates, loaded.skipped]).toEqual([2, 1, 1])
  })

  test('has its values decoded as in a record', async () => {
    const config = '{"lr": {"value": 0.1}, "text": {"value": "NaN"}, "none": {"value": null}, "_wandb": {"value": 1}}'
    const summaryMetrics = '{"loss": NaN, "acc": "Infinity", "_wandb": {"runtime": 5}, "deep": {"x": ["-Infinity"]}}'
    const { table } = rightOf(
      await loadRunTable(project)(of([runNode(0, { config, summaryMetrics, user: null })]).client)(),
    )
    const keys = table.names.filter((name) => name.includes('.'))
    expect(Object.fromEntries(keys.map((name) => [name, cells(table, name)[0]]))).toEqual({
      'config.lr': 0.1,
      'config.text': 'NaN',
      'config.none': null,
      'summary.loss': Number.NaN,
      'summary.acc': Number.POSITIVE_INFINITY,
      'summary.deep': { x: [Number.NEGATIVE_INFINITY] },
    })
    expect(cells(table, 'user')).toEqual([undefined])
    expect(Object.isFrozen(cells(table, 'summary.deep')[0])).toBe(true)
  })

  test('with a key that appears late leaves earlier rows missing', async () => {
    const configs = ['{}', '{"a": {"value": 1}}', '{"b": {"value": 2}, "a": {"value": 3}}', '{"b": {"value": null}}']
    const nodes = configs.map((config, index) => runNode(index, { config }))
    const { table } = rightOf(await loadRunTable(project)(of(nodes).client)())
    expect(table.names.slice(-2)).toEqual(['config.a', 'config.b'])
    expect([cells(table, 'config.a'), cells(table, 'config.b')]).toEqual([
      [undefined, 1, 3, undefined],
      [undefined, undefined, 2, null],
    ])
  })

  test('has both meanings of a text with dots, and the source says which it was', async () => {
    const dotted = runNode(0, { config: '{"a.b": {"value": 1}}' })
    const nested = runNode(1, { config: '{"a": {"value": {"b": 2}}}' })
    const load = async (...nodes: ReadonlyArray<object>) =>
      rightOf(await loadRunTable({ project, columns: { ab: 'config.a.b' } })(of(nodes).client)()).table
    const tables = [await load(dotted), await load(nested), await load(dotted, nested), await load(runNode(2))]
    expect(tables.map((table) => [cells(table, 'ab'), table.sources.ab])).toEqual([
      [[1], column.config('a.b')],
      [[2], column.config('a', 'b')],
      [[1, 2], undefined],
      [[undefined], column.config('a', 'b')],
    ])
  })
})

test('a page that is malformed is an error, as it is for records', async () => {
  const { fetch } = scripted(() => runsAnswer(connection([runNode(0)])))
  failsWith('ResponseMalformed', await loadRunTable({ project })(makeClient({ ...virtualTime(), fetch }))())
})
