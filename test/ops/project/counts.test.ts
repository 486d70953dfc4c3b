import { describe, expect, test } from 'vitest'
import { projectRunCount, projectSweepCount } from '../../../src/ops/project/counts.ts'
import { aProject } from '../records.ts'

describe('projectRunCount', () => {
  test('gives the number of runs', () => {
    const project = aProject()
    expect(projectRunCount(project)).toBe(project.runCount)
  })

  test('gives undefined where there is none', () => {
    expect(projectRunCount(aProject({ runCount: undefined }))).toBe(undefined)
  })
})

describe('projectSweepCount', () => {
  test('gives the number of sweeps', () => {
    const project = aProject()
    expect(projectSweepCount(project)).toBe(project.sweepCount)
  })

  test('gives undefined where there is none', () => {
    expect(projectSweepCount(aProject({ sweepCount: undefined }))).toBe(undefined)
  })
})
