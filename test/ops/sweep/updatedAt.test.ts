import { describe, expect, test } from 'vitest'
import { sweepUpdatedAt } from '../../../src/ops/sweep/updatedAt.ts'
import { aSweep } from '../records.ts'

describe('sweepUpdatedAt', () => {
  test('returns the time', () => {
    const sweep = aSweep()
    expect(sweepUpdatedAt(sweep)).toBe(sweep.updatedAt)
  })

  test('returns undefined if there is none', () => {
    expect(sweepUpdatedAt(aSweep({ updatedAt: undefined }))).toBe(undefined)
  })
})
