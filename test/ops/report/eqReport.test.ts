import { describe, expect, test } from 'vitest'
import type { StorageId } from 'wandb-run-ops/types'
import { eqReport } from '../../../src/ops/report/eqReport.ts'
import { aReport } from '../records.ts'

describe('eqReport', () => {
  test('takes records of one id for the same, whatever else they say', () => {
    expect(eqReport.equals(aReport(), aReport({ displayName: 'renamed' }))).toBe(true)
  })

  test('tells reports of one title apart', () => {
    expect(eqReport.equals(aReport(), aReport({ id: 'other' as StorageId }))).toBe(false)
  })
})
