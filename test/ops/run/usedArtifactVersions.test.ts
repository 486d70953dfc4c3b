import { describe, expect, test } from 'vitest'
import { runUsedArtifactVersions } from '../../../src/ops/run/usedArtifactVersions.ts'
import { aRun } from '../records.ts'

describe('runUsedArtifactVersions', () => {
  test('gives the very list of the record, empty too', () => {
    const run = aRun()
    expect(runUsedArtifactVersions(run)).toBe(run.usedArtifactVersions)
  })
})
