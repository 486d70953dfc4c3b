import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { loadSweep, loadSweeps, type SweepReference } from 'wandb-run-ops/loader'
import type { Sandbox } from '../../../sandbox/index.ts'
import { lines, sweepLine } from '../../fixtures/loader/lines.ts'
import { startFixture } from '../../fixtures/loader/sandbox.ts'
import { failsWith, rightOf } from '../servers/either.ts'
import { quick } from '../servers/quick.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startFixture({ records: [...lines, sweepLine('bad', { project: 'bad', config: '- a\n- b\n' })] })
})
afterAll(() => sandbox.close())
beforeEach(() => {
  sandbox.resetRequests()
  sandbox.faults.clear()
})

const client = () => quick(sandbox.url, sandbox.apiKey)
const load = (sweep: SweepReference) => loadSweep({ sweep })(client())()

test('returns one sweep by path, by URL and by record, each in one request', async () => {
  const { items } = rightOf(await loadSweeps({ project: 'team/vision' })(client())())
  sandbox.resetRequests()
  for (const sweep of ['team/vision/s1', `${sandbox.url}/team/vision/sweeps/s1`, items[0] ?? ''])
    expect(rightOf(await load(sweep))).toEqual(items[0])
  expect(rightOf(await loadSweep('team/vision/sweeps/s1')(client())())).toEqual(items[0])
  expect(sandbox.requests.length).toBe(4)
})

test('a sweep or a project that does not exist is NotFound', async () => {
  expect(failsWith('NotFound', await load('team/vision/none')).what).toBe('sweep')
  expect(failsWith('NotFound', await load('team/none/s1')).what).toBe('project')
})

test('a refusal is asked about once, not twice (D24)', async () => {
  sandbox.faults.add({ kind: 'graphql-errors', messages: ['no'] })
  failsWith('GraphqlRefused', await load('team/vision/s1'))
  expect(sandbox.requests.length).toBe(1)
})

test('a config that is not a dict makes the sweep Unreadable', async () => {
  const error = failsWith('Unreadable', await load('team/bad/bad'))
  expect([error.what, error.failure.path, error.failure.actual]).toEqual(['sweep', ['config'], 'array'])
})

test('what names no sweep is refused, and nothing is sent', async () => {
  for (const sweep of ['', 'a/b/c/d', { entity: '', project: 'p', id: 's' }, null as never])
    failsWith('InvalidPath', await load(sweep))
  expect(sandbox.requests).toEqual([])
})
