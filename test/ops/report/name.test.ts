import { describe, expect, test } from 'vitest'
import { reportName } from '../../../src/ops/report/name.ts'
import { aReport } from '../records.ts'

describe('reportName', () => {
  test('gives the title', () => {
    expect(reportName(aReport())).toBe('What we learned')
  })

  test("gives W&B's own name where there is no title, and else the id", () => {
    expect(reportName(aReport({ displayName: undefined }))).toBe('x7kq2')
    expect(reportName(aReport({ displayName: undefined, name: undefined }))).toBe('VmlldzoxMjM=')
  })
})
