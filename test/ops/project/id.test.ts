import { describe, expect, test } from 'vitest'
import { projectId } from '../../../src/ops/project/id.ts'
import { aProject } from '../records.ts'

describe('projectId', () => {
  test('returns the id', () => {
    const project = aProject()
    expect(projectId(project)).toBe(project.id)
  })
})
