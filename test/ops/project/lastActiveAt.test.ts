import { describe, expect, test } from 'vitest'
import { projectLastActiveAt } from '../../../src/ops/project/lastActiveAt.ts'
import { aProject } from '../records.ts'

describe('projectLastActiveAt', () => {
  test('gives the moment', () => {
    const project = aProject()
    expect(projectLastActiveAt(project)).toBe(project.lastActiveAt)
  })

  test('gives undefined where there is none', () => {
    expect(projectLastActiveAt(aProject({ lastActiveAt: undefined }))).toBe(undefined)
  })
})
