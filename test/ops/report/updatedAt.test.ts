import { describe, expect, test } from 'vitest'
import { reportUpdatedAt } from '../../../src/ops/report/updatedAt.ts'
import { aReport } from '../records.ts'

describe('reportUpdatedAt', () => {
  test('gives the moment of the last change', () => {
    const report = aReport()
    expect(reportUpdatedAt(report)).toBe(report.updatedAt)
  })

  test('gives undefined where there is none', () => {
    expect(reportUpdatedAt(aReport({ updatedAt: undefined }))).toBe(undefined)
  })
})
