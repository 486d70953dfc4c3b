import { expect, test } from 'vitest'
import { runSweep } from '../../../src/ops/run/sweep.ts'
import { aRun, aSweep } from '../records.ts'

test('runSweep returns the sweep, or undefined', () => {
  const sweep = aSweep()
  expect(runSweep(aRun({ sweep }))).toBe(sweep)
  expect(runSweep(aRun({ sweep: undefined }))).toBe(undefined)
})
