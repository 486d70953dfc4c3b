import { describe, expect, test } from 'vitest'
import { artifactVersionUpdatedAt } from '../../../src/ops/artifactVersion/updatedAt.ts'
import { aVersion } from '../records.ts'

describe('artifactVersionUpdatedAt', () => {
  test('gives the very date of the record', () => {
    const version = aVersion()
    expect(artifactVersionUpdatedAt(version)).toBe(version.updatedAt)
  })
})
