import { describe, expect, test } from 'vitest'
import { artifactVersionMetadata } from '../../../src/ops/artifactVersion/metadata.ts'
import { aVersion } from '../records.ts'

describe('artifactVersionMetadata', () => {
  test('returns the very dict of the record', () => {
    const version = aVersion()
    expect(artifactVersionMetadata(version)).toBe(version.metadata)
  })
})
