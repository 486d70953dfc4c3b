import { describe, expect, test } from 'vitest'
import { projectCreatedAt } from '../../../src/ops/project/createdAt.ts'
import { aProject } from '../records.ts'

describe('projectCreatedAt', () => {
  test('returns the creation time', () => {
    const project = aProject()
    expect(projectCreatedAt(project)).toBe(project.createdAt)
  })

  test('returns undefined if there is none', () => {
    expect(projectCreatedAt(aProject({ createdAt: undefined }))).toBe(undefined)
  })
})
