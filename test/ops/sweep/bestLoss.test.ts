import { describe, expect, test } from 'vitest'
import { sweepBestLoss } from '../../../src/ops/sweep/bestLoss.ts'
import { aSweep } from '../records.ts'

describe('sweepBestLoss', () => {
  test('gives the best value', () => {
    const sweep = aSweep()
    expect(sweepBestLoss(sweep)).toBe(sweep.bestLoss)
  })

  test('gives undefined where there is none', () => {
    expect(sweepBestLoss(aSweep({ bestLoss: undefined }))).toBe(undefined)
  })
})
