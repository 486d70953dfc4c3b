import { describe, expect, test } from 'vitest'
import { reportEntity, reportProject } from '../../../src/ops/report/project.ts'
import { aReport } from '../records.ts'

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
