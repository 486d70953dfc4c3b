import { describe, expect, test } from 'vitest'
import { artifactVersionEntity, artifactVersionProject } from '../../../src/ops/artifactVersion/project.ts'
import { aVersion } from '../records.ts'

describe('artifactVersionEntity', () => {
  test('returns the entity', () => {
    const version = aVersion()
    expect(artifactVersionEntity(version)).toBe(version.entity)
  })

  test('returns undefined if there is none', () => {
    expect(artifactVersionEntity(aVersion({ entity: undefined }))).toBe(undefined)
  })
})

describe('artifactVersionProject', () => {
  test('returns the project', () => {
    const version = aVersion()
    expect(artifactVersionProject(version)).toBe(version.project)
  })

  test('returns undefined if there is none', () => {
    expect(artifactVersionProject(aVersion({ project: undefined }))).toBe(undefined)
  })
})
