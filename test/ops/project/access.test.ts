import { describe, expect, test } from 'vitest'
import { projectAccess } from '../../../src/ops/project/access.ts'
import { aProject } from '../records.ts'

describe('projectAccess', () => {
  test('gives the access', () => {
    const project = aProject()
    expect(projectAccess(project)).toBe(project.access)
  })

  test('gives undefined where there is none', () => {
    expect(projectAccess(aProject({ access: undefined }))).toBe(undefined)
  })
})
