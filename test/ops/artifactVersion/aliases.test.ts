import { describe, expect, test } from 'vitest'
import { artifactVersionAlias, artifactVersionAliases } from '../../../src/ops/artifactVersion/aliases.ts'
import { aVersion } from '../records.ts'

describe('artifactVersionAlias', () => {
  test('gives the first alias that is no version alias', () => {
    const version = aVersion()
    expect(artifactVersionAlias(version)).toBe(version.alias)
  })
})

describe('artifactVersionAliases', () => {
  test('gives the very list of the record', () => {
    const version = aVersion()
    expect(artifactVersionAliases(version)).toBe(version.aliases)
  })
})
