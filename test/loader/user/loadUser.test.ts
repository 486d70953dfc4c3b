import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadUser } from 'wandb-run-ops/loader'
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts'
import { failsWith, rightOf } from '../servers/either.ts'
import { quick } from '../servers/quick.ts'
import { people } from './people.ts'

let sandbox: Sandbox
beforeAll(async () => {
  sandbox = await startSandbox({ records: people })
})
afterAll(() => sandbox.close())
beforeEach(() => sandbox.resetRequests())

const client = (more = {}) => quick(sandbox.url, sandbox.apiKey, more)
const operations = () => sandbox.requests.map(({ operationName }) => operationName)

describe('loadUser', () => {
  test('loads one user by login name', async () => {
    for (const query of ['grace', { username: ' grace ' }])
      expect(rightOf(await loadUser(query)(client())())).toMatchObject({ username: 'grace', name: 'Grace' })
    expect(operations()).toEqual(['User', 'User'])
  })

  test('is NotFound where there is none of that name', async () => {
    const error = failsWith('NotFound', await loadUser('nobody')(client())())
    expect([error.what, error.path]).toEqual(['user', 'nobody'])
  })

  test('refuses no name, and sends nothing', async () => {
    for (const query of ['', ' ', {} as never]) failsWith('InvalidQuery', await loadUser(query)(client())())
    expect(sandbox.requests).toEqual([])
  })
})
