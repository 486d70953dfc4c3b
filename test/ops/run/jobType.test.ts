import { describe, expect, test } from 'vitest'
import { runJobType } from '../../../src/ops/run/jobType.ts'
import { aRun } from '../records.ts'

describe('runJobType', () => {
  test('gives the job type', () => {
    const run = aRun()
    expect(runJobType(run)).toBe(run.jobType)
  })

  test('gives undefined where there is none', () => {
    expect(runJobType(aRun({ jobType: undefined }))).toBe(undefined)
  })

  test('keeps an empty job type, which is not an absent one', () => {
    expect(runJobType(aRun({ jobType: '' }))).toBe('')
  })
})
