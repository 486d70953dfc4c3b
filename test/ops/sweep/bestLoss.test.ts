import { describe, expect, test } from 'vitest'
import { sweepBestLoss } from '../../../src/ops/sweep/bestLoss.ts'
import { aSweep } from '../records.ts'

describe('sweepBestLoss', () => {
  test('returns the best value', () => {
    const sweep = aSweep()
    expect(sweepBestLoss(sweep)).toBe(sweep.bestLoss)
  })

  test('returns undefined if there is none', () => {
    expect(sweepBestLoss(aSweep({ bestLoss: undefined }))).toBe(undefined)
  })
})
