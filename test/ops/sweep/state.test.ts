import { describe, expect, test } from 'vitest'
import { sweepState } from '../../../src/ops/sweep/state.ts'
import { aSweep } from '../records.ts'

describe('sweepState', () => {
  test('returns the state', () => {
    const sweep = aSweep()
    expect(sweepState(sweep)).toBe(sweep.state)
  })
})
