import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { loadAgent, loadAgents, makeClient } from 'wandb-run-ops/loader'
import type { Sandbox } from '../../../sandbox/index.ts'
import { startFixture } from '../../fixtures/loader/sandbox.ts'
import { failsWith, rightOf } from '../servers/either.ts'
import { quick } from '../servers/quick.ts'
import { scripted } from '../servers/scripted.ts'

describe('loadAgent', async () => {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startFixture()
  })
  afterAll(() => sandbox.close())

  const client = () => quick(sandbox.url, sandbox.apiKey)
  const sweep = 'team/vision/s1'

  test('returns the agent by its id and by its record', async () => {
    const [agent = { id: '' }] = rightOf(await loadAgents(sweep)(client())()).items
    expect(rightOf(await loadAgent({ sweep, agent: agent.id })(client())())).toEqual(agent)
    expect(rightOf(await loadAgent({ sweep, agent })(client())())).toEqual(agent)
  })

  test('an agent or a sweep that does not exist is NotFound', async () => {
    expect(failsWith('NotFound', await loadAgent({ sweep, agent: 'none' })(client())()).what).toBe('agent')
    const elsewhere = loadAgent({ sweep: 'team/vision/none', agent: 'agent-s1' })(client())
    expect(failsWith('NotFound', await elsewhere()).what).toBe('sweep')
  })

  test('an agent that cannot be read is Unreadable', async () => {
    const server = scripted(() => ({ data: { project: { sweep: { agent: { name: 'a' } } } } }))
    const load = loadAgent({ sweep: 'e/p/s', agent: 'a' })(makeClient({ fetch: server.fetch }))
    expect(failsWith('Unreadable', await load()).what).toBe('agent')
  })
})

describe('loadAgents', async () => {
  let sandbox: Sandbox
  beforeAll(async () => {
    sandbox = await startFixture()
  })
  afterAll(() => sandbox.close())
  beforeEach(() => sandbox.resetRequests())

  const answer = (agents: unknown) => ({ data: { project: { sweep: { agents } } } })
  const scriptedLoad = async (agents: unknown) =>
    loadAgents('e/p/s')(makeClient({ fetch: scripted(() => answer(agents)).fetch }))()

  test('returns the agents of the sweep in one request', async () => {
    const { items, complete } = rightOf(await loadAgents('team/vision/s1')(quick(sandbox.url, sandbox.apiKey))())
    expect(items).toMatchObject([{ id: 'agent-s1', runCount: 4, state: 'RUNNING' }])
    expect([complete, sandbox.requests.length]).toEqual([true, 1])
  })

  test('reports where the server has more than it gave, what it skipped, and what cannot be read', async () => {
    const good = { node: { id: 'x', name: 'a', createdAt: '2026-03-01T10:00:00' } }
    const agents = { edges: [good, { node: null }, { node: { id: 'y' } }], pageInfo: { hasNextPage: true } }
    const listed = rightOf(await scriptedLoad(agents))
    expect(listed.items.map(({ id }) => id)).toEqual(['a'])
    expect(listed).toMatchObject({ complete: false, skipped: 1, failures: [{ path: ['id'], index: 2 }] })
  })

  test('a value that is not a list is malformed', async () => {
    failsWith('ResponseMalformed', await scriptedLoad(7))
  })

  test('a sweep that does not exist is NotFound', async () => {
    const load = loadAgents({ sweep: 'team/vision/none' })(quick(sandbox.url, sandbox.apiKey))
    expect(failsWith('NotFound', await load()).what).toBe('sweep')
  })
})
