import { describe, expect, test } from 'vitest'
import { artifactVersionCreatedAt } from '../../../src/ops/artifactVersion/createdAt.ts'
import { aVersion } from '../records.ts'

describe('artifactVersionCreatedAt', () => {
  test('returns the date of the record itself', () => {
    const version = aVersion()
    expect(artifactVersionCreatedAt(version)).toBe(version.createdAt)
  })
})
