import { describe, expect, test } from 'vitest'
import type { StorageId } from 'wandb-run-ops/types'
import { eqProject } from '../../../src/ops/project/eqProject.ts'
import { aProject } from '../records.ts'

describe('eqProject', () => {
  test('treats records with the same id as equal, whatever else differs', () => {
    expect(eqProject.equals(aProject(), aProject({ name: 'renamed' }))).toBe(true)
  })

  test('distinguishes projects with the same name', () => {
    expect(eqProject.equals(aProject(), aProject({ id: 'other' as StorageId }))).toBe(false)
  })
})
