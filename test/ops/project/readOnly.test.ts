import { describe, expect, test } from 'vitest'
import { projectReadOnly } from '../../../src/ops/project/readOnly.ts'
import { aProject } from '../records.ts'

describe('projectReadOnly', () => {
  test('gives the flag', () => {
    const project = aProject()
    expect(projectReadOnly(project)).toBe(project.readOnly)
  })

  test('gives undefined where there is none', () => {
    expect(projectReadOnly(aProject({ readOnly: undefined }))).toBe(undefined)
  })
})
