import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { loadSweepRuns } from 'wandb-run-ops/loader'
import type { Sandbox } from '../../../sandbox/index.ts'
import { startFixture } from '../../fixtures/loader/sandbox.ts'
import { failsWith, rightOf } from '../servers/either.ts'
import { quick } from '../servers/quick.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startFixture()
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.resetRequests())

const client = () => quick(sandbox.url, sandbox.apiKey)

test('returns the runs of the sweep and no others, in one request', async () => {
  const { runs, complete } = rightOf(await loadSweepRuns({ sweep: 'team/vision/s1' })(client())())
  expect(runs.map(({ id }) => id).sort()).toEqual(['better', 'good', 'missing', 'nan'])
  expect([complete, sandbox.requests.length]).toEqual([true, 1])
})

test('takes filters, an order and fields of its own', async () => {
  const query = {
    sweep: 'team/vision/s1',
    filters: { 'summary_metrics.loss': { $gt: 0 } },
    order: '-summary_metrics.loss',
    fields: ['summary'],
  } as const
  const { runs } = rightOf(await loadSweepRuns(query)(client())())
  expect(runs.map(({ id, summary }) => [id, summary['loss']])).toEqual([
    ['good', 0.5],
    ['better', 0.25],
  ])
})

test('distinguishes a sweep without runs from one that does not exist', async () => {
  expect(rightOf(await loadSweepRuns({ sweep: 'team/vision/s2' })(client())())).toMatchObject({
    runs: [],
    complete: true,
  })
  expect(failsWith('NotFound', await loadSweepRuns({ sweep: 'team/vision/none' })(client())()).what).toBe('sweep')
})
