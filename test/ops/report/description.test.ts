import { describe, expect, test } from 'vitest'
import { reportDescription } from '../../../src/ops/report/description.ts'
import { aReport } from '../records.ts'

describe('reportDescription', () => {
  test('gives the description', () => {
    const report = aReport()
    expect(reportDescription(report)).toBe(report.description)
  })

  test('gives undefined where there is none', () => {
    expect(reportDescription(aReport({ description: undefined }))).toBe(undefined)
  })
})
