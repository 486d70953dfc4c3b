import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadReport, loadReports } from 'wandb-run-ops/loader'
import { reportUrl } from 'wandb-run-ops/ops'
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts'
import { failsWith, rightOf } from '../servers/either.ts'
import { quick } from '../servers/quick.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ records: [], synthetic: { runs: 1, reports: 12 } })
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.resetRequests())

const client = () => quick(sandbox.url, sandbox.apiKey)

describe('loadReport', () => {
  test('loads the same report as a listing, by its URL, its id with and without =, and its record', async () => {
    const { items } = rightOf(await loadReports({ project: 'synthetic/training' })(client())())
    sandbox.resetRequests()
    for (const report of items.slice(8)) {
      const { id } = report
      const bare = id.replaceAll('=', '')
      for (const query of [reportUrl(report), `synthetic/training/reports/${bare}`, id, bare, { report }])
        expect(rightOf(await loadReport(query)(client())())).toEqual(report)
    }
    expect(sandbox.requests.length).toBe(20)
  })

  test('is NotFound where there is none', async () => {
    const error = failsWith('NotFound', await loadReport('VmlldzoxMjM')(client())())
    expect([error.what, error.path]).toEqual(['report', 'VmlldzoxMjM='])
  })

  test.each(['', ' ', 'team/vision', 'team/vision/runs/a1', 'team/vision/reports/Name-VmlldzoxMjM', null as never])(
    'refuses %j, and sends nothing',
    async (report) => {
      failsWith('InvalidPath', await loadReport({ report })(client())())
      expect(sandbox.requests).toEqual([])
    },
  )
})
