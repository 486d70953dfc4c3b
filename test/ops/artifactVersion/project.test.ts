import { describe, expect, test } from 'vitest'
import { artifactVersionEntity, artifactVersionProject } from '../../../src/ops/artifactVersion/project.ts'
import { aVersion } from '../records.ts'

describe('artifactVersionEntity', () => {
  test('gives the entity', () => {
    const version = aVersion()
    expect(artifactVersionEntity(version)).toBe(version.entity)
  })

  test('gives undefined where there is none', () => {
    expect(artifactVersionEntity(aVersion({ entity: undefined }))).toBe(undefined)
  })
})

describe('artifactVersionProject', () => {
  test('gives the project', () => {
    const version = aVersion()
    expect(artifactVersionProject(version)).toBe(version.project)
  })

  test('gives undefined where there is none', () => {
    expect(artifactVersionProject(aVersion({ project: undefined }))).toBe(undefined)
  })
})
