import { describe, expect, test } from 'vitest'
import { artifactVersionType } from '../../../src/ops/artifactVersion/type.ts'
import { aVersion } from '../records.ts'

describe('artifactVersionType', () => {
  test('returns the type', () => {
    const version = aVersion()
    expect(artifactVersionType(version)).toBe(version.type)
  })
})
