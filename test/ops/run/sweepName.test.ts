import { describe, expect, test } from 'vitest'
import { runSweepName } from '../../../src/ops/run/sweepName.ts'
import { aRun } from '../records.ts'

describe('runSweepName', () => {
  test('returns the id of the sweep', () => {
    const run = aRun()
    expect(runSweepName(run)).toBe(run.sweepName)
  })

  test('returns undefined when there is none', () => {
    expect(runSweepName(aRun({ sweepName: undefined }))).toBe(undefined)
  })
})
