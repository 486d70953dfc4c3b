import { describe, expect, test } from 'vitest'
import { projectEntity } from '../../../src/ops/project/entity.ts'
import { aProject } from '../records.ts'

describe('projectEntity', () => {
  test('returns the entity', () => {
    const project = aProject()
    expect(projectEntity(project)).toBe(project.entity)
  })
})
