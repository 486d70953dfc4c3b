import { describe, expect, test } from 'vitest'
import { projectRunCount, projectSweepCount } from '../../../src/ops/project/counts.ts'
import { aProject } from '../records.ts'

describe('projectRunCount', () => {
  test('returns the number of runs', () => {
    const project = aProject()
    expect(projectRunCount(project)).toBe(project.runCount)
  })

  test('returns undefined if there is none', () => {
    expect(projectRunCount(aProject({ runCount: undefined }))).toBe(undefined)
  })
})

describe('projectSweepCount', () => {
  test('returns the number of sweeps', () => {
    const project = aProject()
    expect(projectSweepCount(project)).toBe(project.sweepCount)
  })

  test('returns undefined if there is none', () => {
    expect(projectSweepCount(aProject({ sweepCount: undefined }))).toBe(undefined)
  })
})
