import { describe, expect, test } from 'vitest'
import { artifactVersionName, artifactVersionQualifiedName } from '../../../src/ops/artifactVersion/name.ts'
import { aVersion } from '../records.ts'

describe('artifactVersionName', () => {
  test('returns the name of the collection, without version or alias', () => {
    expect(artifactVersionName(aVersion())).toBe('model')
  })
})

describe('artifactVersionQualifiedName', () => {
  test('returns entity, project, name and version', () => {
    expect(artifactVersionQualifiedName(aVersion())).toBe('team/vision/model:v3')
  })

  test.each(['entity', 'project'])('returns undefined if the %s is unknown', (field) => {
    expect(artifactVersionQualifiedName(aVersion({ [field]: undefined }))).toBeUndefined()
  })
})
