import { expect, test } from 'vitest'
import { ProjectOverview } from 'wandb-run-ops/types'
import { decoded, refusal } from '../outcome.ts'

const node = {
  id: 'UHJvamVjdDox',
  entityName: 'team',
  name: 'vision',
  runCount: 84,
  totalSweeps: 0,
  tags: [{ name: 'best', colorIndex: 1 }, { name: '' }],
}

test('reads the counts and the tags of the project, frozen', () => {
  const project = decoded(ProjectOverview, node)
  expect(project).toMatchObject({ entity: 'team', name: 'vision', runCount: 84, sweepCount: 0, tags: ['best', ''] })
  expect(Object.isFrozen(project) && Object.isFrozen(project.tags)).toBe(true)
})

test('unsent counts are undefined, and unsent tags empty', () => {
  expect(decoded(ProjectOverview, { id: 'a', entityName: 'e', name: 'p' })).toMatchObject({
    runCount: undefined,
    sweepCount: undefined,
    tags: [],
  })
})

test.each([
  [{ ...node, runCount: 'many' }, ['runCount'], 'Int64 | null', 'string'],
  [{ ...node, tags: ['best'] }, ['tags', '0'], '{ name }', 'string'],
  [{ ...node, tags: [{}] }, ['tags', '0'], '{ name }', 'object'],
])('%j is rejected', (wire, path, expected, actual) => {
  expect(refusal(ProjectOverview, wire)).toEqual({ path, expected, actual })
})

test('round-trips, and recognizes the result', () => {
  const project = decoded(ProjectOverview, node)
  expect(decoded(ProjectOverview, ProjectOverview.encode(project))).toStrictEqual(project)
  expect(ProjectOverview.is(project)).toBe(true)
  expect(ProjectOverview.is({ ...project, tags: [{ name: 'best' }] })).toBe(false)
})
