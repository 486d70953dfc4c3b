import { expect, test } from 'vitest'
import { Project } from 'wandb-run-ops/types'
import { decoded, refusal } from './outcome.ts'

const node = {
  id: 'UHJvamVjdDox',
  entityName: 'team',
  name: 'vision',
  description: 'about',
  createdAt: '2024-02-29T10:00:00',
  updatedAt: '2024-03-01T10:00:00Z',
}

test('reads a project, frozen', () => {
  const project = decoded(Project, node)
  expect(project).toStrictEqual({
    id: 'UHJvamVjdDox',
    entity: 'team',
    name: 'vision',
    description: 'about',
    createdAt: new Date('2024-02-29T10:00:00Z'),
    updatedAt: new Date('2024-03-01T10:00:00Z'),
  })
  expect(Object.isFrozen(project)).toBe(true)
})

test('what was not sent is undefined', () => {
  expect(decoded(Project, { id: 'a', entityName: 'team', name: 'vision', description: null })).toStrictEqual({
    id: 'a',
    entity: 'team',
    name: 'vision',
    description: undefined,
    createdAt: undefined,
    updatedAt: undefined,
  })
})

test.each([
  [{ ...node, id: null }, ['id'], 'StorageId', 'null'],
  [{ ...node, entityName: null }, ['entity'], 'string', 'null'],
  [{ ...node, name: 1 }, ['name'], 'string', 'number'],
  [{ ...node, createdAt: 'yesterday' }, ['createdAt'], 'UtcDate | null', 'string'],
  [undefined, [], 'Project', 'undefined'],
])('%j is refused', (wire, path, expected, actual) => {
  expect(refusal(Project, wire)).toEqual({ path, expected, actual })
})

test('reads what it wrote, and takes it for its own', () => {
  for (const project of [decoded(Project, node), decoded(Project, { id: 'a', entityName: 'e', name: 'p' })]) {
    expect(decoded(Project, Project.encode(project))).toStrictEqual(project)
    expect(Project.is(project)).toBe(true)
  }
  expect(Project.is(node)).toBe(false)
  expect(Project.is({ ...decoded(Project, node), createdAt: '2024-02-29T10:00:00' })).toBe(false)
})
