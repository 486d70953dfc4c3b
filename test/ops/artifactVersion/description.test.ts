import { describe, expect, test } from 'vitest'
import { artifactVersionDescription } from '../../../src/ops/artifactVersion/description.ts'
import { aVersion } from '../records.ts'

describe('artifactVersionDescription', () => {
  test('returns the text', () => {
    const version = aVersion()
    expect(artifactVersionDescription(version)).toBe(version.description)
  })

  test('returns undefined if there is none', () => {
    expect(artifactVersionDescription(aVersion({ description: undefined }))).toBe(undefined)
  })
})
