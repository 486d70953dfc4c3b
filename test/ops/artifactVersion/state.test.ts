import { describe, expect, test } from 'vitest'
import { artifactVersionState } from '../../../src/ops/artifactVersion/state.ts'
import { aVersion } from '../records.ts'

describe('artifactVersionState', () => {
  test('returns the state', () => {
    const version = aVersion()
    expect(artifactVersionState(version)).toBe(version.state)
  })

  test('returns undefined if there is none', () => {
    expect(artifactVersionState(aVersion({ state: undefined }))).toBe(undefined)
  })
})
