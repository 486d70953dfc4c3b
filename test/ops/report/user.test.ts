import { describe, expect, test } from 'vitest'
import { reportUser } from '../../../src/ops/report/user.ts'
import { aReport } from '../records.ts'

describe('reportUser', () => {
  test('returns the user', () => {
    const report = aReport()
    expect(reportUser(report)).toBe(report.user)
  })
})
