import { describe, expect, test } from 'vitest'
import type { StorageId } from 'wandb-run-ops/types'
import { eqEntity } from '../../../src/ops/entity/eqEntity.ts'
import { anEntity } from '../records.ts'

describe('eqEntity', () => {
  test('treats records with the same id as equal, whatever else differs', () => {
    expect(eqEntity.equals(anEntity(), anEntity({ name: 'renamed' }))).toBe(true)
  })

  test('distinguishes entities with the same name', () => {
    expect(eqEntity.equals(anEntity(), anEntity({ id: 'other' as StorageId }))).toBe(false)
  })
})
