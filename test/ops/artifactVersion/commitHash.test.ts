import { describe, expect, test } from 'vitest'
import { artifactVersionHash } from '../../../src/ops/artifactVersion/commitHash.ts'
import { aVersion } from '../records.ts'

describe('artifactVersionHash', () => {
  test('gives the commit', () => {
    const version = aVersion()
    expect(artifactVersionHash(version)).toBe(version.commitHash)
  })

  test('gives undefined where there is none', () => {
    expect(artifactVersionHash(aVersion({ commitHash: undefined }))).toBe(undefined)
  })
})
