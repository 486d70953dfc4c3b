import { describe, expect, test } from 'vitest'
import { projectCreatedAt } from '../../../src/ops/project/createdAt.ts'
import { aProject } from '../records.ts'

describe('projectCreatedAt', () => {
  test('gives the moment of creation', () => {
    const project = aProject()
    expect(projectCreatedAt(project)).toBe(project.createdAt)
  })

  test('gives undefined where there is none', () => {
    expect(projectCreatedAt(aProject({ createdAt: undefined }))).toBe(undefined)
  })
})
