import { describe, expect, test } from 'vitest'
import { runSystemMetrics } from '../../../src/ops/run/systemMetrics.ts'
import { aRun } from '../records.ts'

describe('runSystemMetrics', () => {
  test("returns the record's own dict", () => {
    const run = aRun()
    expect(runSystemMetrics(run)).toBe(run.systemMetrics)
  })
})
