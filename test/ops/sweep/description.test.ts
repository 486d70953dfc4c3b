import { describe, expect, test } from 'vitest'
import { sweepDescription } from '../../../src/ops/sweep/description.ts'
import { aSweep } from '../records.ts'

describe('sweepDescription', () => {
  test('returns the description', () => {
    const sweep = aSweep()
    expect(sweepDescription(sweep)).toBe(sweep.description)
  })

  test('returns undefined if there is none', () => {
    expect(sweepDescription(aSweep({ description: undefined }))).toBe(undefined)
  })
})
