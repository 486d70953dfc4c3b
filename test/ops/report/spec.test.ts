import { describe, expect, test } from 'vitest'
import { reportSpec } from '../../../src/ops/report/spec.ts'
import { aReport } from '../records.ts'

describe('reportSpec', () => {
  test('returns the spec', () => {
    const report = aReport()
    expect(reportSpec(report)).toBe(report.spec)
  })
})
