import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { countRuns } from 'wandb-run-ops/loader'
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts'
import { failsWith, rightOf } from '../servers/either.ts'
import { quick } from '../servers/quick.ts'
import { scripted } from '../servers/scripted.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ records: [], synthetic: { project: 'training', runs: 30 } })
})
afterAll(() => sandbox.close())

const client = () => quick(sandbox.url, sandbox.apiKey)

describe('countRuns', () => {
  test('counts all runs, or those that a filter leaves, in one request', async () => {
    sandbox.resetRequests()
    expect(rightOf(await countRuns({ project: 'synthetic/training' })(client())())).toBe(30)
    const filters = { name: { $in: [] } }
    expect(rightOf(await countRuns({ project: 'synthetic/training', filters })(client())())).toBe(0)
    expect(sandbox.requests.map(({ operationName }) => operationName)).toEqual(['RunCount', 'RunCount'])
    expect(sandbox.requests.map(({ variables }) => variables['filters'])).toEqual(['{}', JSON.stringify(filters)])
  })

  test('takes the path of a project', async () => {
    expect(rightOf(await countRuns('synthetic/training')(client())())).toBe(30)
  })

  test('returns NotFound for a project that is not there', async () => {
    const error = failsWith('NotFound', await countRuns({ project: 'synthetic/none' })(client())())
    expect([error.what, error.path]).toEqual(['project', 'synthetic/none'])
  })

  test('sends nothing for a path or filters that make no sense', async () => {
    sandbox.resetRequests()
    failsWith('InvalidPath', await countRuns({ project: 'a/b/c' })(client())())
    failsWith('InvalidPath', await countRuns({})(client())())
    failsWith('InvalidQuery', await countRuns({ project: 'a/b', filters: { a: undefined } })(client())())
    expect(sandbox.requests).toEqual([])
  })

  test('takes no answer without a number for one', async () => {
    const { fetch } = scripted(() => ({ data: { project: { runCount: null } } }))
    failsWith('ResponseMalformed', await countRuns({ project: 'a/b' })(quick('http://localhost', 'k', { fetch }))())
  })

  test('returns GraphqlRefused for a filter that the server does not know', async () => {
    const filters = { 'no such column': 1 }
    const error = failsWith('GraphqlRefused', await countRuns({ project: 'synthetic/training', filters })(client())())
    expect(error.errors[0]?.message).toMatch(/no such column/)
  })
})
