import { describe, expect, test } from 'vitest'
import { runReadOnly } from '../../../src/ops/run/readOnly.ts'
import { aRun } from '../records.ts'

describe('runReadOnly', () => {
  test('gives what the server tells, false too', () => {
    const run = aRun()
    expect(runReadOnly(run)).toBe(run.readOnly)
  })

  test('gives undefined where there is none', () => {
    expect(runReadOnly(aRun({ readOnly: undefined }))).toBe(undefined)
  })

  test('gives true for a run that cannot be changed', () => {
    expect(runReadOnly(aRun({ readOnly: true }))).toBe(true)
  })
})
