import { describe, expect, test } from 'vitest'
import { projectAccess } from '../../../src/ops/project/access.ts'
import { aProject } from '../records.ts'

describe('projectAccess', () => {
  test('returns the access', () => {
    const project = aProject()
    expect(projectAccess(project)).toBe(project.access)
  })

  test('returns undefined if there is none', () => {
    expect(projectAccess(aProject({ access: undefined }))).toBe(undefined)
  })
})
