import { describe, expect, test } from 'vitest'
import { artifactVersionAlias, artifactVersionAliases } from '../../../src/ops/artifactVersion/aliases.ts'
import { aVersion } from '../records.ts'

describe('artifactVersionAlias', () => {
  test('returns the first alias other than a version alias', () => {
    const version = aVersion()
    expect(artifactVersionAlias(version)).toBe(version.alias)
  })
})

describe('artifactVersionAliases', () => {
  test('returns the very list of the record', () => {
    const version = aVersion()
    expect(artifactVersionAliases(version)).toBe(version.aliases)
  })
})
