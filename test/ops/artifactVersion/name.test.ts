import { describe, expect, test } from 'vitest'
import { artifactVersionName, artifactVersionQualifiedName } from '../../../src/ops/artifactVersion/name.ts'
import { aVersion } from '../records.ts'

describe('artifactVersionName', () => {
  test('gives the name of the collection, without version or alias', () => {
    expect(artifactVersionName(aVersion())).toBe('model')
  })
})

describe('artifactVersionQualifiedName', () => {
  test('gives entity, project, name and version', () => {
    expect(artifactVersionQualifiedName(aVersion())).toBe('team/vision/model:v3')
  })

  test.each(['entity', 'project'])('gives undefined where the %s is not known', (field) => {
    expect(artifactVersionQualifiedName(aVersion({ [field]: undefined }))).toBeUndefined()
  })
})
