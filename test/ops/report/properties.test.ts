import { describe, expect, test } from 'vitest'
import type { StorageId } from 'wandb-run-ops/types'
import {
  eqReport,
  ordReportByCreatedAt,
  reportCreatedAt,
  reportDescription,
  reportEntity,
  reportId,
  reportName,
  reportProject,
  reportSpec,
  reportUpdatedAt,
  reportUrl,
  reportUser,
} from '../../../src/ops/report/properties.ts'
import { aReport, at } from '../records.ts'

describe('reportId', () => {
  test('returns the id', () => {
    const report = aReport()
    expect(reportId(report)).toBe(report.id)
  })
})

describe('reportName', () => {
  test('returns the title', () => {
    expect(reportName(aReport())).toBe('What we learned')
  })

  test("returns W&B's own name without a title, and the id without either", () => {
    expect(reportName(aReport({ displayName: undefined }))).toBe('x7kq2')
    expect(reportName(aReport({ displayName: undefined, name: undefined }))).toBe('VmlldzoxMjM=')
  })
})

describe('reportDescription', () => {
  test('returns the description', () => {
    const report = aReport()
    expect(reportDescription(report)).toBe(report.description)
  })

  test('returns undefined if there is none', () => {
    expect(reportDescription(aReport({ description: undefined }))).toBe(undefined)
  })
})

describe('reportEntity', () => {
  test('returns the entity', () => {
    const report = aReport()
    expect(reportEntity(report)).toBe(report.entity)
  })
})

describe('reportProject', () => {
  test('returns the project', () => {
    const report = aReport()
    expect(reportProject(report)).toBe(report.project)
  })
})

describe('reportUser', () => {
  test('returns the user', () => {
    const report = aReport()
    expect(reportUser(report)).toBe(report.user)
  })
})

describe('reportCreatedAt', () => {
  test('returns the creation time', () => {
    const report = aReport()
    expect(reportCreatedAt(report)).toEqual(report.createdAt)
  })
})

describe('reportUpdatedAt', () => {
  test('returns the time of the last update', () => {
    const report = aReport()
    expect(reportUpdatedAt(report)).toEqual(report.updatedAt)
  })

  test('returns undefined if there is none', () => {
    expect(reportUpdatedAt(aReport({ updatedAt: undefined }))).toBe(undefined)
  })
})

describe('reportSpec', () => {
  test('returns the spec', () => {
    const report = aReport()
    expect(reportSpec(report)).toBe(report.spec)
  })
})

describe('reportUrl', () => {
  test.each([
    ['Test Timestamp (25/05/01 09:28:29)', 'Test-Timestamp-25-05-01-09-28-29--VmlldzoxMjM'],
    ['a_b -- c', 'a_b-c--VmlldzoxMjM'],
    ['日本', '--VmlldzoxMjM'],
    [undefined, '--VmlldzoxMjM'],
  ])('ends with the slug of %j and the id without =', (displayName, page) => {
    expect(reportUrl(aReport({ displayName }))).toBe(`https://wandb.ai/team/vision/reports/${page}`)
  })

  test('encodes entity and project', () => {
    expect(reportUrl(aReport({ entity: 'my team', project: 'a/b' }))).toMatch(
      /^https:\/\/wandb\.ai\/my%20team\/a%2Fb\/reports\//,
    )
  })
})

describe('eqReport', () => {
  test('treats records with the same id as equal, whatever else differs', () => {
    expect(eqReport.equals(aReport(), aReport({ displayName: 'renamed' }))).toBe(true)
  })

  test('distinguishes reports with the same title', () => {
    expect(eqReport.equals(aReport(), aReport({ id: 'other' as StorageId }))).toBe(false)
  })
})

describe('ordReportByCreatedAt', () => {
  test('puts the oldest first', () => {
    const older = aReport({ createdAt: at('01:00:00') })
    const newer = aReport({ createdAt: at('02:00:00') })
    expect([newer, older].sort(ordReportByCreatedAt.compare)).toEqual([older, newer])
  })
})
