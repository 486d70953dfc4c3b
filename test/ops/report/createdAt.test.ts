import { describe, expect, test } from 'vitest'
import { reportCreatedAt } from '../../../src/ops/report/createdAt.ts'
import { aReport } from '../records.ts'

describe('reportCreatedAt', () => {
  test('returns the creation time', () => {
    const report = aReport()
    expect(reportCreatedAt(report)).toBe(report.createdAt)
  })
})
