import { describe, expect, test } from 'vitest'
import { ordReportByCreatedAt } from '../../../src/ops/report/ordReport.ts'
import { aReport, at } from '../records.ts'

describe('ordReportByCreatedAt', () => {
  test('puts the oldest first', () => {
    const older = aReport({ createdAt: at('01:00:00') })
    const newer = aReport({ createdAt: at('02:00:00') })
    expect([newer, older].sort(ordReportByCreatedAt.compare)).toEqual([older, newer])
  })
})
