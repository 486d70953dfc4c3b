import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadEntity, loadTeam } from 'wandb-run-ops/loader'
import { type Sandbox, startSandbox } from '../../../sandbox/index.ts'
import { failsWith, rightOf } from '../servers/either.ts'
import { quick } from '../servers/quick.ts'
import { people } from './people.ts'

describe('loadEntity', async () => {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startSandbox({ records: people })
  })
  afterAll(() => sandbox.close())
  beforeEach(() => sandbox.resetRequests())

  const client = (more = {}) => quick(sandbox.url, sandbox.apiKey, more)
  const operations = () => sandbox.requests.map(({ operationName }) => operationName)

  describe('loadEntity', () => {
    test('distinguishes a team from a user’s own account', async () => {
      expect(rightOf(await loadEntity('team')(client())())).toMatchObject({ name: 'team', isTeam: true })
      expect(rightOf(await loadEntity({ entity: 'ada' })(client())())).toMatchObject({ name: 'ada', isTeam: false })
      expect(operations()).toEqual(['Entity', 'Entity'])
    })

    test('takes the client’s entity, and else the key’s own', async () => {
      expect(rightOf(await loadEntity({})(client({ entity: 'ada' }))()).name).toBe('ada')
      expect(rightOf(await loadEntity({})(client())()).name).toBe('team')
      expect(operations()).toEqual(['Entity', 'DefaultEntity', 'Entity'])
    })

    test('is NotFound where there is none', async () => {
      const error = failsWith('NotFound', await loadEntity('nobody')(client())())
      expect([error.what, error.path]).toEqual(['entity', 'nobody'])
    })
  })
})

describe('loadTeam', async () => {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startSandbox({ records: people })
  })
  afterAll(() => sandbox.close())
  beforeEach(() => sandbox.resetRequests())

  const client = (more = {}) => quick(sandbox.url, sandbox.apiKey, more)
  const operations = () => sandbox.requests.map(({ operationName }) => operationName)

  describe('loadTeam', () => {
    test('loads a team with its members in one request', async () => {
      const team = rightOf(await loadTeam('team')(client())())
      expect(team).toMatchObject({ name: 'team', isTeam: true, privateOnly: false, storageBytes: 0 })
      expect(team.members.map(({ username, pending }) => [username, pending])).toEqual([
        ['ada', false],
        ['grace', false],
      ])
      expect(operations()).toEqual(['Team'])
    })

    test('never asks for members’ API keys', async () => {
      await loadTeam('team')(client())()
      expect(sandbox.requests[0]?.query).not.toContain('apiKey')
    })

    test('a user’s own account has no members', async () => {
      expect(rightOf(await loadTeam({ entity: 'ada' })(client())())).toMatchObject({ isTeam: false, members: [] })
    })

    test('is NotFound where there is none', async () => {
      const error = failsWith('NotFound', await loadTeam('nobody')(client())())
      expect([error.what, error.path]).toEqual(['team', 'nobody'])
    })
  })
})
