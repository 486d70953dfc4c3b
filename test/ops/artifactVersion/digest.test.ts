import { describe, expect, test } from 'vitest'
import { artifactVersionDigest } from '../../../src/ops/artifactVersion/digest.ts'
import { aVersion } from '../records.ts'

describe('artifactVersionDigest', () => {
  test('returns the digest', () => {
    const version = aVersion()
    expect(artifactVersionDigest(version)).toBe(version.digest)
  })
})
