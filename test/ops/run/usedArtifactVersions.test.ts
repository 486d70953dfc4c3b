import { describe, expect, test } from 'vitest'
import { runUsedArtifactVersions } from '../../../src/ops/run/usedArtifactVersions.ts'
import { aRun } from '../records.ts'

describe('runUsedArtifactVersions', () => {
  test("returns the record's own list, also when empty", () => {
    const run = aRun()
    expect(runUsedArtifactVersions(run)).toBe(run.usedArtifactVersions)
  })
})
