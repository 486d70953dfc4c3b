import { describe, expect, test } from 'vitest'
import { runJobType } from '../../../src/ops/run/jobType.ts'
import { aRun } from '../records.ts'

describe('runJobType', () => {
  test('returns the job type', () => {
    const run = aRun()
    expect(runJobType(run)).toBe(run.jobType)
  })

  test('returns undefined when there is none', () => {
    expect(runJobType(aRun({ jobType: undefined }))).toBe(undefined)
  })

  test('returns an empty job type as is', () => {
    expect(runJobType(aRun({ jobType: '' }))).toBe('')
  })
})
