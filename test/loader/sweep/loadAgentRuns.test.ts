import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { loadAgentRuns, loadSweepRuns } from 'wandb-run-ops/loader'
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
const of = { sweep: 'team/vision/s1', agent: 'agent-s1' }

test('returns the same runs as the sweep does, in ⌈n/page⌉ requests', async () => {
  const { items, ...rest } = rightOf(await loadAgentRuns({ ...of, pageSize: 3 })(client())())
  expect(sandbox.requests.length).toBe(2)
  expect(items).toEqual(rightOf(await loadSweepRuns({ sweep: of.sweep })(client())()).runs)
  expect(rest).toMatchObject({ totalCount: 4, failures: [], complete: true })
})

test('returns the fields and the order that are asked for', async () => {
  const { items } = rightOf(
    await loadAgentRuns({ ...of, fields: ['summary'], order: '-summary_metrics.loss', limit: 1 })(client())(),
  )
  expect(items.map(({ id, summary }) => [id, summary['loss']])).toEqual([['good', 0.5]])
})

test('refuses fields that are lists of their own, and sends nothing', async () => {
  for (const field of ['files', 'sweep', 'loggedArtifactVersions'] as const)
    failsWith('InvalidQuery', await loadAgentRuns({ ...of, fields: [field as never] })(client())())
  expect(sandbox.requests).toEqual([])
})

test('an agent that does not exist is NotFound', async () => {
  expect(failsWith('NotFound', await loadAgentRuns({ ...of, agent: 'none' })(client())()).what).toBe('agent')
})
