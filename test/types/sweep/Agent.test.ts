import { expect, test } from 'vitest'
import { Agent } from 'wandb-run-ops/types'
import { decoded, refusal } from '../outcome.ts'

const node = {
  id: 'QWdlbnQ6MQ==',
  name: 'a1',
  host: 'box',
  state: 'RUNNING',
  totalRuns: 3,
  createdAt: '2026-03-01T10:00:00',
  heartbeatAt: null,
}

test('reads an agent, frozen, and what it wrote', () => {
  const agent = decoded(Agent, node)
  expect(agent).toStrictEqual({
    id: 'a1',
    storageId: 'QWdlbnQ6MQ==',
    host: 'box',
    state: 'RUNNING',
    runCount: 3,
    createdAt: new Date('2026-03-01T10:00:00Z'),
    heartbeatAt: undefined,
  })
  expect(Object.isFrozen(agent)).toBe(true)
  expect(decoded(Agent, Agent.encode(agent))).toStrictEqual(agent)
})

test('an agent without a name is rejected', () => {
  expect(refusal(Agent, { ...node, name: null })).toMatchObject({ path: ['id'], actual: 'null' })
})
