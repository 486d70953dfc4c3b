import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadProjectFields } from 'wandb-run-ops/loader'
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

describe('loadProjectFields', () => {
  test('loads the keys of configs and summaries with their types', async () => {
    const { items, complete } = rightOf(await loadProjectFields({ project: 'team/vision' })(client())())
    expect(items).toContainEqual({ path: 'config.lr.value', type: 'number' })
    expect(items).toContainEqual({ path: 'config.optimizer.value.name', type: 'string' })
    expect(items).toContainEqual({ path: 'summary_metrics.val/acc', type: 'number' })
    expect([complete, sandbox.requests.length]).toEqual([true, 1])
  })

  test('follows the pages to the end', async () => {
    const { items } = rightOf(await loadProjectFields({ project: 'team/vision' })(client())())
    sandbox.resetRequests()
    const paged = rightOf(await loadProjectFields({ project: 'team/vision', pageSize: 2 })(client())())
    expect(paged.items).toEqual(items)
    expect(sandbox.requests.length).toBe(Math.ceil(items.length / 2))
  })

  test('distinguishes a project without runs from one that is not there', async () => {
    expect(rightOf(await loadProjectFields({ project: 'team/empty' })(client())()).items).toEqual([])
    failsWith('NotFound', await loadProjectFields({ project: 'team/none' })(client())())
  })
})
