import { describe, expect, test } from 'vitest'
import { projectReadOnly } from '../../../src/ops/project/readOnly.ts'
import { aProject } from '../records.ts'

describe('projectReadOnly', () => {
  test('returns the flag', () => {
    const project = aProject()
    expect(projectReadOnly(project)).toBe(project.readOnly)
  })

  test('returns undefined if there is none', () => {
    expect(projectReadOnly(aProject({ readOnly: undefined }))).toBe(undefined)
  })
})
