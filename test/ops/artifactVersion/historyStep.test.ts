import { describe, expect, test } from 'vitest'
import { artifactVersionHistoryStep } from '../../../src/ops/artifactVersion/historyStep.ts'
import { aVersion } from '../records.ts'

describe('artifactVersionHistoryStep', () => {
  test('returns the step', () => {
    const version = aVersion()
    expect(artifactVersionHistoryStep(version)).toBe(version.historyStep)
  })

  test('returns undefined if there is none', () => {
    expect(artifactVersionHistoryStep(aVersion({ historyStep: undefined }))).toBe(undefined)
  })

  test('returns 0 for the first step', () => {
    expect(artifactVersionHistoryStep(aVersion({ historyStep: 0 }))).toBe(0)
  })
})
