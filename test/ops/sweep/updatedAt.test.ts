import { describe, expect, test } from 'vitest'
import { sweepUpdatedAt } from '../../../src/ops/sweep/updatedAt.ts'
import { aSweep } from '../records.ts'

describe('sweepUpdatedAt', () => {
  test('gives the moment', () => {
    const sweep = aSweep()
    expect(sweepUpdatedAt(sweep)).toBe(sweep.updatedAt)
  })

  test('gives undefined where there is none', () => {
    expect(sweepUpdatedAt(aSweep({ updatedAt: undefined }))).toBe(undefined)
  })
})
