import { describe, expect, test } from 'vitest'
import { projectUpdatedAt } from '../../../src/ops/project/updatedAt.ts'
import { aProject } from '../records.ts'

describe('projectUpdatedAt', () => {
  test('returns the time of the last update', () => {
    const project = aProject()
    expect(projectUpdatedAt(project)).toBe(project.updatedAt)
  })

  test('returns undefined if there is none', () => {
    expect(projectUpdatedAt(aProject({ updatedAt: undefined }))).toBe(undefined)
  })
})
