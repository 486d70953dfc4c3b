import { describe, expect, test } from 'vitest'
import { projectName } from '../../../src/ops/project/name.ts'
import { aProject } from '../records.ts'

describe('projectName', () => {
  test('returns the name', () => {
    const project = aProject()
    expect(projectName(project)).toBe(project.name)
  })
})
