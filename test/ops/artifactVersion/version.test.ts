import { describe, expect, test } from 'vitest'
import { artifactVersionNumber, artifactVersionVersionId } from '../../../src/ops/artifactVersion/version.ts'
import { aVersion } from '../records.ts'

describe('artifactVersionVersionId', () => {
  test('returns the number', () => {
    const version = aVersion()
    expect(artifactVersionVersionId(version)).toBe(version.version)
  })

  test('returns 0 for the first version', () => {
    expect(artifactVersionVersionId(aVersion({ version: 0 }))).toBe(0)
  })
})

describe('artifactVersionNumber', () => {
  test('returns the number', () => {
    const version = aVersion()
    expect(artifactVersionNumber(version)).toBe(version.version)
  })

  test('returns 0 for the first version', () => {
    expect(artifactVersionNumber(aVersion({ version: 0 }))).toBe(0)
  })
})
