import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadReports, loadRuns, makeClient } from 'wandb-run-ops/loader'
import { reportName, reportRuns, reportSections, reportUrl, runConfig, runState } from 'wandb-run-ops/ops'
import { unknownUser } from 'wandb-run-ops/types'
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts'
import { failsWith, rightOf } from '../servers/either.ts'
import { quick } from '../servers/quick.ts'
import { scripted } from '../servers/scripted.ts'

const project = 'synthetic/training'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ records: [], synthetic: { runs: 40, reports: 12 } })
})
afterAll(() => sandbox.close())
beforeEach(() => {
  sandbox.resetRequests()
  sandbox.faults.clear()
})

const client = () => quick(sandbox.url, sandbox.apiKey)

describe('loadReports', () => {
  test('loads all reports in ⌈n / pageSize⌉ requests, and reports how many there are', async () => {
    const listed = rightOf(await loadReports({ project, pageSize: 5 })(client())())
    expect(listed.items.map(reportName)).toEqual(Array.from({ length: 12 }, (_, i) => `Report ${i} (draft)`))
    expect([listed.totalCount, listed.complete, sandbox.requests.length]).toEqual([12, true, 3])
  })

  test('continues after an empty page, and never starts again', async () => {
    sandbox.faults.add({ kind: 'empty-page', when: { operation: 'Reports', page: 2, times: 1 } })
    const listed = rightOf(await loadReports({ project, pageSize: 5 })(client())())
    expect([listed.items.length, listed.duplicates, listed.complete]).toEqual([12, 0, true])
  })

  test('finds one by the name that W&B gave it', async () => {
    const listed = rightOf(await loadReports({ project, name: 'report3' })(client())())
    expect(listed.items.map(reportName)).toEqual(['Report 3 (draft)'])
  })

  test('has the URL, the author and the spec of a report', async () => {
    const [first] = rightOf(await loadReports({ project, limit: 1 })(client())()).items
    if (first === undefined) throw new Error('no report')
    expect(reportUrl(first)).toMatch(/\/synthetic\/training\/reports\/Report-0-draft--[A-Za-z0-9]+$/)
    expect([first.user.username, first.spec['version']]).toEqual(['user-1', 5])
  })

  test('returns sections whose runs can be loaded, in either format of filters', async () => {
    const { items } = rightOf(await loadReports({ project, limit: 2 })(client())())
    const queries = items.flatMap((report) => reportSections(report).map((section) => reportRuns(report, section)))
    expect(queries.map((query) => query?.untranslated)).toEqual([[], []])
    for (const query of queries) {
      if (query === undefined) throw new Error('no run set')
      const { runs } = rightOf(await loadRuns(query)(client())())
      const all = rightOf(await loadRuns({ project, order: '-created_at' })(client())()).runs
      const expected = all.filter((run) => runState(run) === 'finished' && runConfig(run)['learning_rate'] >= 0.01)
      expect(runs.length).toBeGreaterThan(0)
      expect(runs).toEqual(expected)
    }
  })

  test('makes one unreadable report one failure, and a report of nobody one of the unknown user', async () => {
    const node = { id: 'a', entityName: 'team', projectName: 'vision', createdAt: '2026-01-01T00:00:00', spec: '{}' }
    const { fetch } = scripted(() => ({
      data: { project: { allViews: { totalCount: 2, edges: [{ node: { ...node, id: 'b', spec: '{' } }, { node }] } } },
    }))
    const listed = rightOf(await loadReports({ project })(makeClient({ fetch }))())
    expect(listed.items.map(({ user }) => user)).toEqual([unknownUser])
    expect(listed.failures).toMatchObject([{ path: ['spec'], expected: 'JSON object', actual: 'string' }])
    expect(listed.complete).toBe(true)
  })

  test('distinguishes a project without reports from one that is not there', async () => {
    const bare = await startSandbox({ records: [], synthetic: { runs: 1 } })
    expect(rightOf(await loadReports({ project })(quick(bare.url, bare.apiKey))()).items).toEqual([])
    await bare.close()
    failsWith('NotFound', await loadReports({ project: 'synthetic/none' })(client())())
    failsWith('InvalidQuery', await loadReports({ project, name: 1 as never })(client())())
  })
})
