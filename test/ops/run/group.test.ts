import { describe, expect, test } from 'vitest'
import { runGroup } from '../../../src/ops/run/group.ts'
import { aRun } from '../records.ts'

describe('runGroup', () => {
  test('returns the group', () => {
    const run = aRun()
    expect(runGroup(run)).toBe(run.group)
  })

  test('returns undefined when there is none', () => {
    expect(runGroup(aRun({ group: undefined }))).toBe(undefined)
  })

  test('returns an empty group as is', () => {
    expect(runGroup(aRun({ group: '' }))).toBe('')
  })
})
