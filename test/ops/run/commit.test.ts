import { describe, expect, test } from 'vitest'
import { runCommit } from '../../../src/ops/run/commit.ts'
import { aRun } from '../records.ts'

describe('runCommit', () => {
  test('returns the commit', () => {
    const run = aRun()
    expect(runCommit(run)).toBe(run.commit)
  })

  test('returns undefined when there is none', () => {
    expect(runCommit(aRun({ commit: undefined }))).toBe(undefined)
  })
})
