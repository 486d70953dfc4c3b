import { describe, expect, test } from 'vitest'
import { sweepCreatedAt } from '../../../src/ops/sweep/createdAt.ts'
import { aSweep } from '../records.ts'

describe('sweepCreatedAt', () => {
  test('returns the time', () => {
    const sweep = aSweep()
    expect(sweepCreatedAt(sweep)).toBe(sweep.createdAt)
  })
})
