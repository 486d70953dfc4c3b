import { describe, expect, test } from 'vitest'
import type { StorageId } from 'wandb-run-ops/types'
import { eqProject } from '../../../src/ops/project/eqProject.ts'
import { aProject } from '../records.ts'

describe('eqProject', () => {
  test('takes records of one id for the same, whatever else they say', () => {
    expect(eqProject.equals(aProject(), aProject({ name: 'renamed' }))).toBe(true)
  })

  test('tells projects of one name apart', () => {
    expect(eqProject.equals(aProject(), aProject({ id: 'other' as StorageId }))).toBe(false)
  })
})
