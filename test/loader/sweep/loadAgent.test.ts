import { afterAll, beforeAll, expect, test } from 'vitest'
import { loadAgent, loadAgents, makeClient } from 'wandb-run-ops/loader'
import type { Sandbox } from '../../../sandbox/index.ts'
import { startFixture } from '../../fixtures/loader/sandbox.ts'
import { failsWith, rightOf } from '../servers/either.ts'
import { quick } from '../servers/quick.ts'
import { scripted } from '../servers/scripted.ts'

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
