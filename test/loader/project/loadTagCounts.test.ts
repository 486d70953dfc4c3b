import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadTagCounts } from 'wandb-run-ops/loader'
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts'
import { lines } from '../../sandbox/fixture.ts'
import { failsWith, rightOf } from '../servers/either.ts'
import { quick } from '../servers/quick.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ records: lines })
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.resetRequests())

const client = () => quick(sandbox.url, sandbox.apiKey)

describe('loadTagCounts', () => {
  test('counts the runs of each tag in one request', async () => {
    expect(rightOf(await loadTagCounts({ project: 'team/vision' })(client())())).toEqual([
      { name: 'baseline', count: 1 },
      { name: 'best', count: 1 },
    ])
    expect(sandbox.requests.length).toBe(1)
  })

  test('counts only what the filters leave', async () => {
    expect(rightOf(await loadTagCounts({ project: 'team/vision', filters: { state: 'failed' } })(client())())).toEqual(
      [],
    )
  })

  test('refuses filters that JSON cannot say, and a project that is not there', async () => {
    const filters = { lr: Number.NaN }
    failsWith('InvalidQuery', await loadTagCounts({ project: 'team/vision', filters })(client())())
    expect(sandbox.requests).toEqual([])
    failsWith('NotFound', await loadTagCounts({ project: 'team/none' })(client())())
  })
})
