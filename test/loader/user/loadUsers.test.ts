import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadUsers } from 'wandb-run-ops/loader'
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

describe('loadUsers', () => {
  test('finds users by login name and by mail address', async () => {
    for (const query of ['grace', 'grace@example.com'])
      expect(rightOf(await loadUsers({ query })(client())()).items.map(({ username }) => username)).toEqual(['grace'])
    expect(operations()).toEqual(['Users', 'Users'])
  })

  test('finds nobody without an error', async () => {
    const listed = rightOf(await loadUsers({ query: 'nobody' })(client())())
    expect([listed.items, listed.complete]).toEqual([[], true])
  })

  test('refuses to look for everybody', async () => {
    for (const query of ['', undefined as never]) failsWith('InvalidQuery', await loadUsers({ query })(client())())
    expect(sandbox.requests).toEqual([])
  })
})
