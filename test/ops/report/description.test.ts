import { describe, expect, test } from 'vitest'
import { reportDescription } from '../../../src/ops/report/description.ts'
import { aReport } from '../records.ts'

describe('reportDescription', () => {
  test('returns the description', () => {
    const report = aReport()
    expect(reportDescription(report)).toBe(report.description)
  })

  test('returns undefined if there is none', () => {
    expect(reportDescription(aReport({ description: undefined }))).toBe(undefined)
  })
})
