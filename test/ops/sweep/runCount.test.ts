import { describe, expect, test } from 'vitest'
import { sweepExpectedRunCount, sweepRunCount } from '../../../src/ops/sweep/runCount.ts'
import { aSweep } from '../records.ts'

describe('sweepRunCount', () => {
  test('returns the number of runs', () => {
    const sweep = aSweep()
    expect(sweepRunCount(sweep)).toBe(sweep.runCount)
  })

  test('returns undefined if there is none', () => {
    expect(sweepRunCount(aSweep({ runCount: undefined }))).toBe(undefined)
  })
})

describe('sweepExpectedRunCount', () => {
  test('returns the number of runs to come to', () => {
    const sweep = aSweep()
    expect(sweepExpectedRunCount(sweep)).toBe(sweep.expectedRunCount)
  })

  test('returns undefined if there is none', () => {
    expect(sweepExpectedRunCount(aSweep({ expectedRunCount: undefined }))).toBe(undefined)
  })
})
