import { describe, expect, test } from 'vitest'
import { sweepMethod } from '../../../src/ops/sweep/method.ts'
import { aSweep } from '../records.ts'

describe('sweepMethod', () => {
  test('returns the method', () => {
    const sweep = aSweep()
    expect(sweepMethod(sweep)).toBe(sweep.method)
  })

  test('returns undefined if there is none', () => {
    expect(sweepMethod(aSweep({ method: undefined }))).toBe(undefined)
  })
})
