import { expect, test } from 'vitest'
import { Entity } from 'wandb-run-ops/types'
import { decoded, refusal } from '../outcome.ts'

test('reads an entity, frozen', () => {
  const entity = decoded(Entity, { id: 'RW50aXR5OjE=', name: 'team', isTeam: true, more: 1 })
  expect(entity).toStrictEqual({ id: 'RW50aXR5OjE=', name: 'team', isTeam: true })
  expect(Object.isFrozen(entity)).toBe(true)
})

test('isTeam may be undefined, which differs from false', () => {
  expect(decoded(Entity, { id: 'a', name: 'ada' })).toStrictEqual({ id: 'a', name: 'ada', isTeam: undefined })
  expect(decoded(Entity, { id: 'a', name: 'ada', isTeam: false }).isTeam).toBe(false)
})

test.each([
  [{ name: 'a' }, ['id'], 'StorageId', 'undefined'],
  [{ id: 'a' }, ['name'], 'string', 'undefined'],
  [{ id: 'a', name: 'a', isTeam: 'yes' }, ['isTeam'], 'boolean | null', 'string'],
  [null, [], 'Entity', 'null'],
])('%j is rejected', (wire, path, expected, actual) => {
  expect(refusal(Entity, wire)).toEqual({ path, expected, actual })
})

test('round-trips, and recognizes the result', () => {
  const entity = decoded(Entity, { id: 'a', name: 'ada' })
  expect(decoded(Entity, Entity.encode(entity))).toStrictEqual(entity)
  expect(Entity.is(entity)).toBe(true)
  expect(Entity.is({ ...entity, isTeam: null })).toBe(false)
  expect(Entity.is({ id: 'a', name: 'ada' })).toBe(false)
})
