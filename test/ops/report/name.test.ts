import { describe, expect, test } from 'vitest'
import { reportName } from '../../../src/ops/report/name.ts'
import { aReport } from '../records.ts'

describe('reportName', () => {
  test('returns the title', () => {
    expect(reportName(aReport())).toBe('What we learned')
  })

  test("returns W&B's own name without a title, and the id without either", () => {
    expect(reportName(aReport({ displayName: undefined }))).toBe('x7kq2')
    expect(reportName(aReport({ displayName: undefined, name: undefined }))).toBe('VmlldzoxMjM=')
  })
})
