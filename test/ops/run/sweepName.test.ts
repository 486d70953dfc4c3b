import { describe, expect, test } from 'vitest'
import { runSweepName } from '../../../src/ops/run/sweepName.ts'
import { aRun } from '../records.ts'

describe('runSweepName', () => {
  test('gives the id of the sweep', () => {
    const run = aRun()
    expect(runSweepName(run)).toBe(run.sweepName)
  })

  test('gives undefined where there is none', () => {
    expect(runSweepName(aRun({ sweepName: undefined }))).toBe(undefined)
  })
})
