import { describe, expect, test } from 'vitest'
import { projectIsBenchmark } from '../../../src/ops/project/isBenchmark.ts'
import { aProject } from '../records.ts'

describe('projectIsBenchmark', () => {
  test('returns the flag', () => {
    const project = aProject()
    expect(projectIsBenchmark(project)).toBe(project.isBenchmark)
  })

  test('returns undefined if there is none', () => {
    expect(projectIsBenchmark(aProject({ isBenchmark: undefined }))).toBe(undefined)
  })
})
