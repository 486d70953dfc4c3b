import { describe, expect, test } from 'vitest'
import { artifactVersionId } from '../../../src/ops/artifactVersion/id.ts'
import { aVersion } from '../records.ts'

describe('artifactVersionId', () => {
  test('returns the id', () => {
    const version = aVersion()
    expect(artifactVersionId(version)).toBe(version.id)
  })
})
