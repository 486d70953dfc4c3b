import { describe, expect, test } from 'vitest'
import { projectLastActiveAt } from '../../../src/ops/project/lastActiveAt.ts'
import { aProject } from '../records.ts'

describe('projectLastActiveAt', () => {
  test('returns the time', () => {
    const project = aProject()
    expect(projectLastActiveAt(project)).toBe(project.lastActiveAt)
  })

  test('returns undefined if there is none', () => {
    expect(projectLastActiveAt(aProject({ lastActiveAt: undefined }))).toBe(undefined)
  })
})
