import { describe, expect, test } from 'vitest'
import { projectTags } from '../../../src/ops/project/tags.ts'
import { aProject } from '../records.ts'

describe('projectTags', () => {
  test('returns the tags', () => {
    const project = aProject()
    expect(projectTags(project)).toBe(project.tags)
  })

  test('returns an empty list if there is none', () => {
    expect(projectTags(aProject({ tags: [] }))).toEqual([])
  })
})
