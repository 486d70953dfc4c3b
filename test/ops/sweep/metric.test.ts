import { describe, expect, test } from 'vitest'
import { sweepMetric } from '../../../src/ops/sweep/metric.ts'
import { aSweep } from '../records.ts'

describe('sweepMetric', () => {
  test('returns name and goal', () => {
    const config = { metric: { name: 'acc', goal: 'maximize' } }
    expect(sweepMetric(aSweep({ config }))).toEqual({ name: 'acc', goal: 'maximize' })
  })

  test('returns undefined if the config names no metric', () => {
    expect(sweepMetric(aSweep({ config: {} }))).toBe(undefined)
  })
})
