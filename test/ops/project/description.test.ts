import { describe, expect, test } from 'vitest'
import { projectDescription } from '../../../src/ops/project/description.ts'
import { aProject } from '../records.ts'

describe('projectDescription', () => {
  test('returns the description', () => {
    const project = aProject()
    expect(projectDescription(project)).toBe(project.description)
  })

  test('returns undefined if there is none', () => {
    expect(projectDescription(aProject({ description: undefined }))).toBe(undefined)
  })
})
