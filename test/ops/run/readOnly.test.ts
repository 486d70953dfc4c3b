import { describe, expect, test } from 'vitest'
import { runReadOnly } from '../../../src/ops/run/readOnly.ts'
import { aRun } from '../records.ts'

describe('runReadOnly', () => {
  test('returns what the server reports, also false', () => {
    const run = aRun()
    expect(runReadOnly(run)).toBe(run.readOnly)
  })

  test('returns undefined when there is none', () => {
    expect(runReadOnly(aRun({ readOnly: undefined }))).toBe(undefined)
  })

  test('returns true for a run that cannot be changed', () => {
    expect(runReadOnly(aRun({ readOnly: true }))).toBe(true)
  })
})
