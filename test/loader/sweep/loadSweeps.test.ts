import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadRun, loadRuns, loadSweeps, makeClient, type SweepsQuery } from 'wandb-run-ops/loader'
import type { Sandbox } from '../../../sandbox/index.ts'
import { lines, sweepLine } from '../../fixtures/loader/lines.ts'
import { startFixture } from '../../fixtures/loader/sandbox.ts'
import { failsWith, rightOf } from '../servers/either.ts'
import { quick } from '../servers/quick.ts'
import { scripted } from '../servers/scripted.ts'

let sandbox: Sandbox
beforeAll(async () => {
  const many = Array.from({ length: 25 }, (_, n) => sweepLine(`m${n}`, { project: 'many' }))
  const bad = sweepLine('bad', { project: 'bad', config: 'a: [1' })
  sandbox = await startFixture({ records: [...lines, ...many, bad, sweepLine('fine', { project: 'bad' })] })
})
afterAll(() => sandbox.close())
beforeEach(() => {
  sandbox.resetRequests()
  sandbox.faults.clear()
})

const attempt = (query: SweepsQuery) => loadSweeps(query)(quick(sandbox.url, sandbox.apiKey))()
const load = async (query: SweepsQuery = {}) => rightOf(await attempt({ project: 'team/vision', ...query }))
const idsOf = async (query: SweepsQuery) => (await load(query)).items.map(({ id }) => id)

describe('sweeps of a project', () => {
  test('come with all their fields, the config as an object', async () => {
    const { items, ...rest } = await load()
    expect(items[0]).toMatchObject({
      id: 's1',
      entity: 'team',
      project: 'vision',
      displayName: 'losses',
      state: 'RUNNING',
      config: {
        method: 'grid',
        metric: { name: 'loss', goal: 'minimize' },
        parameters: { lr: { values: [0.1, 0.01] } },
      },
      runCount: 4,
      bestLoss: 0.25,
    })
    expect(rest).toMatchObject({ totalCount: 3, failures: [], complete: true })
  })

  test('cost ⌈n/page⌉ requests, and none a sweep (D10)', async () => {
    const { items, complete } = await load({ project: 'team/many', pageSize: 10 })
    expect([items.length, complete, sandbox.requests.length]).toEqual([25, true, 3])
  })

  test('come in the order that is asked for (D23)', async () => {
    expect(await idsOf({ order: '+created_at' })).toEqual(['s1', 's2', 's3'])
    expect(await idsOf({ order: '-created_at' })).toEqual(['s3', 's2', 's1'])
  })

  test('are those that a filter leaves', async () => {
    const { items, complete, totalCount } = await load({ filters: { displayName: 'losses' } })
    expect([items.map(({ id }) => id), complete, totalCount]).toEqual([['s1'], true, undefined])
  })

  test('whose YAML cannot be read are failures, and the rest comes', async () => {
    const { items, failures, complete } = await load({ project: 'team/bad' })
    expect([items.map(({ id }) => id), complete]).toEqual([['fine'], true])
    expect(failures).toMatchObject([{ path: ['config'], expected: 'SweepConfig', actual: 'string' }])
  })

  test('continue after an empty page (D3, D27)', async () => {
    sandbox.faults.add({ kind: 'empty-page', connection: 'sweeps', when: { operation: 'Sweeps', page: 2, times: 1 } })
    expect((await load({ project: 'team/many', pageSize: 10 })).items.length).toBe(25)
  })

  test('that cannot be listed say why', async () => {
    expect(failsWith('NotFound', await attempt({ project: 'team/none' })).what).toBe('project')
    failsWith('InvalidQuery', await attempt({ project: 'team/vision', order: '' }))
    failsWith('InvalidQuery', await attempt({ project: 'team/vision', filters: { a: undefined } }))
  })

  test('an older server refuses filters, and that is explained', async () => {
    const message = 'Unknown argument "filters" on field "Project.sweeps".'
    const server = scripted(() => ({ errors: [{ message }] }))
    const client = makeClient({ fetch: server.fetch })
    failsWith('Unsupported', await loadSweeps({ project: 'e/p', filters: { state: 'RUNNING' } })(client)())
    expect(server.sent.length).toBe(1)
  })
})

describe('fields: ["sweep"]', () => {
  test('brings the sweep with every run, and costs no request more', async () => {
    const { runs } = rightOf(
      await loadRuns({ project: 'team/vision', fields: ['sweep'] })(quick(sandbox.url, sandbox.apiKey))(),
    )
    expect(sandbox.requests.length).toBe(1)
    expect(runs.find(({ id }) => id === 'bare')?.sweep).toBe(undefined)
    const [sweep] = (await load()).items
    expect(runs.find(({ id }) => id === 'good')?.sweep).toEqual(sweep)
  })

  test('brings it with one run, too', async () => {
    const run = rightOf(
      await loadRun({ run: 'team/vision/good', fields: ['sweep'] })(quick(sandbox.url, sandbox.apiKey))(),
    )
    expect([run.sweep?.id, run.sweep?.appUrl]).toEqual(['s1', run.appUrl])
    expect(sandbox.requests.length).toBe(1)
  })
})
