import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadUser, loadUsers, loadViewer } from 'wandb-run-ops/loader'
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts'
import { failsWith, rightOf } from '../servers/either.ts'
import { quick } from '../servers/quick.ts'
import { people } from './people.ts'

describe('loadUser', async () => {
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
})

describe('loadUsers', async () => {
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
})

describe('loadViewer', async () => {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startSandbox({ records: people })
  })
  afterAll(() => sandbox.close())
  beforeEach(() => sandbox.resetRequests())

  const client = (more = {}) => quick(sandbox.url, sandbox.apiKey, more)
  const operations = () => sandbox.requests.map(({ operationName }) => operationName)

  describe('loadViewer', () => {
    test('loads the account of the key in one request', async () => {
      expect(rightOf(await loadViewer()(client())())).toMatchObject({
        username: 'ada',
        name: 'Ada',
        email: 'ada@example.com',
        entity: 'team',
        teams: ['team'],
        deletedAt: undefined,
      })
      expect(operations()).toEqual(['Viewer'])
    })

    test('asks for nothing that only W&B’s own programs may see', async () => {
      await loadViewer()(client())()
      expect(sandbox.requests[0]?.query).not.toMatch(/apiKey|flags/)
    })

    test('is NotFound without a key where the server lets everybody in', async () => {
      const open = await startSandbox({ records: people, anonymous: true })
      const error = failsWith('NotFound', await loadViewer()(quick(open.url, undefined))())
      expect([error.what, error.path]).toEqual(['viewer', open.url])
      await open.close()
      failsWith('NoCredentials', await loadViewer()(quick(sandbox.url, undefined))())
    })

    test('ends at the signal', async () => {
      failsWith('Aborted', await loadViewer({ signal: AbortSignal.abort() })(client())())
    })
  })
})
