import { describe, expect, test } from 'vitest'
import { artifactVersionCreatedAt } from '../../../src/ops/artifactVersion/createdAt.ts'
import { aVersion } from '../records.ts'

describe('artifactVersionCreatedAt', () => {
  test('gives the very date of the record', () => {
    const version = aVersion()
    expect(artifactVersionCreatedAt(version)).toBe(version.createdAt)
  })
})
