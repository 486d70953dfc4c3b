import { describe, expect, test } from 'vitest'
import { artifactVersionUpdatedAt } from '../../../src/ops/artifactVersion/updatedAt.ts'
import { aVersion } from '../records.ts'

describe('artifactVersionUpdatedAt', () => {
  test('returns the date of the record itself', () => {
    const version = aVersion()
    expect(artifactVersionUpdatedAt(version)).toBe(version.updatedAt)
  })
})
