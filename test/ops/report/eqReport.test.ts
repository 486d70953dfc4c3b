import { describe, expect, test } from 'vitest'
import type { StorageId } from 'wandb-run-ops/types'
import { eqReport } from '../../../src/ops/report/eqReport.ts'
import { aReport } from '../records.ts'

describe('eqReport', () => {
  test('treats records with the same id as equal, whatever else differs', () => {
    expect(eqReport.equals(aReport(), aReport({ displayName: 'renamed' }))).toBe(true)
  })

  test('distinguishes reports with the same title', () => {
    expect(eqReport.equals(aReport(), aReport({ id: 'other' as StorageId }))).toBe(false)
  })
})
