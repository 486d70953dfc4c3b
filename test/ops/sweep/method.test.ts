import { describe, expect, test } from 'vitest'
import { sweepMethod } from '../../../src/ops/sweep/method.ts'
import { aSweep } from '../records.ts'

describe('sweepMethod', () => {
  test('gives the method', () => {
    const sweep = aSweep()
    expect(sweepMethod(sweep)).toBe(sweep.method)
  })

  test('gives undefined where there is none', () => {
    expect(sweepMethod(aSweep({ method: undefined }))).toBe(undefined)
  })
})
