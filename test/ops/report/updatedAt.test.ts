import { describe, expect, test } from 'vitest'
import { reportUpdatedAt } from '../../../src/ops/report/updatedAt.ts'
import { aReport } from '../records.ts'

describe('reportUpdatedAt', () => {
  test('returns the time of the last update', () => {
    const report = aReport()
    expect(reportUpdatedAt(report)).toBe(report.updatedAt)
  })

  test('returns undefined if there is none', () => {
    expect(reportUpdatedAt(aReport({ updatedAt: undefined }))).toBe(undefined)
  })
})
