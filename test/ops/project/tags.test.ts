import { describe, expect, test } from 'vitest'
import { projectTags } from '../../../src/ops/project/tags.ts'
import { aProject } from '../records.ts'

describe('projectTags', () => {
  test('gives the tags', () => {
    const project = aProject()
    expect(projectTags(project)).toBe(project.tags)
  })

  test('gives an empty list where there is none', () => {
    expect(projectTags(aProject({ tags: [] }))).toEqual([])
  })
})
