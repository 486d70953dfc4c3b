import { expect, test } from 'vitest'
import { Project, unknownUser } from 'wandb-run-ops/types'
import { decoded, refusal } from '../outcome.ts'

const node = {
  id: 'UHJvamVjdDox',
  entityName: 'team',
  name: 'vision',
  description: 'about',
  access: 'PRIVATE',
  createdAt: '2024-02-29T10:00:00',
  updatedAt: '2024-03-01T10:00:00Z',
  lastActive: '2024-03-02T10:00:00',
  isBenchmark: false,
  readOnly: true,
  user: { id: 'VXNlcjox', username: 'ada', name: 'Ada' },
  appUrl: 'https://wandb.example.com',
}

test('reads a project, frozen', () => {
  const project = decoded(Project, node)
  expect(project).toStrictEqual({
    id: 'UHJvamVjdDox',
    entity: 'team',
    name: 'vision',
    description: 'about',
    access: 'PRIVATE',
    createdAt: new Date('2024-02-29T10:00:00Z'),
    updatedAt: new Date('2024-03-01T10:00:00Z'),
    lastActiveAt: new Date('2024-03-02T10:00:00Z'),
    isBenchmark: false,
    readOnly: true,
    user: { id: 'VXNlcjox', username: 'ada', name: 'Ada' },
    appUrl: 'https://wandb.example.com',
  })
  expect(Object.isFrozen(project)).toBe(true)
})

test("unsent fields are undefined, the user unknown, and the web app W&B's own", () => {
  expect(decoded(Project, { id: 'a', entityName: 'team', name: 'vision', description: null })).toStrictEqual({
    id: 'a',
    entity: 'team',
    name: 'vision',
    description: undefined,
    access: undefined,
    createdAt: undefined,
    updatedAt: undefined,
    lastActiveAt: undefined,
    isBenchmark: undefined,
    readOnly: undefined,
    user: unknownUser,
    appUrl: 'https://wandb.ai',
  })
})

test.each([
  [{ ...node, id: null }, ['id'], 'StorageId', 'null'],
  [{ ...node, entityName: null }, ['entity'], 'string', 'null'],
  [{ ...node, name: 1 }, ['name'], 'string', 'number'],
  [{ ...node, createdAt: 'yesterday' }, ['createdAt'], 'UtcDate | null', 'string'],
  [undefined, [], 'Project', 'undefined'],
])('%j is rejected', (wire, path, expected, actual) => {
  expect(refusal(Project, wire)).toEqual({ path, expected, actual })
})

test('round-trips, and recognizes the result', () => {
  for (const project of [decoded(Project, node), decoded(Project, { id: 'a', entityName: 'e', name: 'p' })]) {
    expect(decoded(Project, Project.encode(project))).toStrictEqual(project)
    expect(Project.is(project)).toBe(true)
  }
  expect(Project.is(node)).toBe(false)
  expect(Project.is({ ...decoded(Project, node), createdAt: '2024-02-29T10:00:00' })).toBe(false)
})
