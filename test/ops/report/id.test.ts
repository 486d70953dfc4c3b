import { describe, expect, test } from 'vitest'
import { reportId } from '../../../src/ops/report/id.ts'
import { aReport } from '../records.ts'

describe('reportId', () => {
  test('returns the id', () => {
    const report = aReport()
    expect(reportId(report)).toBe(report.id)
  })
})
