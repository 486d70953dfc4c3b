import { describe, expect, test } from 'vitest'
import { runSystemMetrics } from '../../../src/ops/run/systemMetrics.ts'
import { aRun } from '../records.ts'

describe('runSystemMetrics', () => {
  test('gives the very dict of the record', () => {
    const run = aRun()
    expect(runSystemMetrics(run)).toBe(run.systemMetrics)
  })
})
