import { describe, expect, test } from 'vitest'
import type { StorageId } from 'wandb-run-ops/types'
import { entityId, entityIsTeam, entityName, eqEntity } from '../../src/ops/entity.ts'
import { anEntity } from './records.ts'

describe('eqEntity', () => {
  test('treats records with the same id as equal, whatever else differs', () => {
    expect(eqEntity.equals(anEntity(), anEntity({ name: 'renamed' }))).toBe(true)
  })

  test('distinguishes entities with the same name', () => {
    expect(eqEntity.equals(anEntity(), anEntity({ id: 'other' as StorageId }))).toBe(false)
  })
})

describe('entityId', () => {
  test('returns the id', () => {
    const entity = anEntity()
    expect(entityId(entity)).toBe(entity.id)
  })
})

describe('entityIsTeam', () => {
  test('returns the flag', () => {
    const entity = anEntity()
    expect(entityIsTeam(entity)).toBe(entity.isTeam)
  })

  test('returns undefined if there is none', () => {
    expect(entityIsTeam(anEntity({ isTeam: undefined }))).toBe(undefined)
  })
})

describe('entityName', () => {
  test('returns the name', () => {
    const entity = anEntity()
    expect(entityName(entity)).toBe(entity.name)
  })
})
