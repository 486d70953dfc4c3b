import { describe, expect, test } from 'vitest'
import { projectUser } from '../../../src/ops/project/user.ts'
import { aProject } from '../records.ts'

describe('projectUser', () => {
  test('returns the user', () => {
    const project = aProject()
    expect(projectUser(project)).toBe(project.user)
  })
})
