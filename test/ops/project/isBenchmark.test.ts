import { describe, expect, test } from 'vitest'
import { projectIsBenchmark } from '../../../src/ops/project/isBenchmark.ts'
import { aProject } from '../records.ts'

describe('projectIsBenchmark', () => {
  test('gives the flag', () => {
    const project = aProject()
    expect(projectIsBenchmark(project)).toBe(project.isBenchmark)
  })

  test('gives undefined where there is none', () => {
    expect(projectIsBenchmark(aProject({ isBenchmark: undefined }))).toBe(undefined)
  })
})
