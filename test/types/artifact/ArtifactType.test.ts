import { expect, test } from 'vitest'
import { ArtifactType } from 'wandb-run-ops/types'
import { decoded, refusal } from '../outcome.ts'

const node = {
  id: 'QXJ0aWZhY3RUeXBlOjE=',
  name: 'dataset',
  description: null,
  createdAt: '2024-02-29T10:00:00',
  project: { name: 'vision', entityName: 'team' },
}

test('reads a type, frozen', () => {
  const type = decoded(ArtifactType, node)
  expect(type).toStrictEqual({
    id: 'QXJ0aWZhY3RUeXBlOjE=',
    entity: 'team',
    project: 'vision',
    name: 'dataset',
    description: undefined,
    createdAt: new Date('2024-02-29T10:00:00Z'),
  })
  expect(Object.isFrozen(type)).toBe(true)
})

test.each([
  [{ name: null }, ['name'], 'string', 'null'],
  [{ project: null }, ['entity'], 'string', 'undefined'],
  [{ project: null, entity: 'team' }, ['entity'], 'string', 'undefined'],
  [{ createdAt: 5 }, ['createdAt'], 'UtcDate', 'number'],
])('%j is rejected', (change, path, expected, actual) => {
  expect(refusal(ArtifactType, { ...node, ...change })).toEqual({ path, expected, actual })
})

test('round-trips, and recognizes the result', () => {
  const type = decoded(ArtifactType, node)
  expect(decoded(ArtifactType, ArtifactType.encode(type))).toStrictEqual(type)
  expect([ArtifactType.is(type), ArtifactType.is(node), ArtifactType.is('dataset')]).toEqual([true, false, false])
})
