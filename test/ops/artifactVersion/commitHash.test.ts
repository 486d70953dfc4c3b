import { describe, expect, test } from 'vitest'
import { artifactVersionHash } from '../../../src/ops/artifactVersion/commitHash.ts'
import { aVersion } from '../records.ts'

describe('artifactVersionHash', () => {
  test('returns the commit', () => {
    const version = aVersion()
    expect(artifactVersionHash(version)).toBe(version.commitHash)
  })

  test('returns undefined if there is none', () => {
    expect(artifactVersionHash(aVersion({ commitHash: undefined }))).toBe(undefined)
  })
})
