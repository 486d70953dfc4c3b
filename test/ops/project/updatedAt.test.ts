import { describe, expect, test } from 'vitest'
import { projectUpdatedAt } from '../../../src/ops/project/updatedAt.ts'
import { aProject } from '../records.ts'

describe('projectUpdatedAt', () => {
  test('gives the moment of the last change', () => {
    const project = aProject()
    expect(projectUpdatedAt(project)).toBe(project.updatedAt)
  })

  test('gives undefined where there is none', () => {
    expect(projectUpdatedAt(aProject({ updatedAt: undefined }))).toBe(undefined)
  })
})
