import { describe, expect, test } from 'vitest'
import { artifactVersionDescription } from '../../../src/ops/artifactVersion/description.ts'
import { aVersion } from '../records.ts'

describe('artifactVersionDescription', () => {
  test('gives the text', () => {
    const version = aVersion()
    expect(artifactVersionDescription(version)).toBe(version.description)
  })

  test('gives undefined where there is none', () => {
    expect(artifactVersionDescription(aVersion({ description: undefined }))).toBe(undefined)
  })
})
