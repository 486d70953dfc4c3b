import { describe, expect, test } from 'vitest'
import type { StorageId } from 'wandb-run-ops/types'
import { eqEntity } from '../../../src/ops/entity/eqEntity.ts'
import { anEntity } from '../records.ts'

describe('eqEntity', () => {
  test('takes records of one id for the same, whatever else they say', () => {
    expect(eqEntity.equals(anEntity(), anEntity({ name: 'renamed' }))).toBe(true)
  })

  test('tells entities of one name apart', () => {
    expect(eqEntity.equals(anEntity(), anEntity({ id: 'other' as StorageId }))).toBe(false)
  })
})
