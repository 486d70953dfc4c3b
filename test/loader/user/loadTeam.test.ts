import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadTeam } from 'wandb-run-ops/loader'
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
