import { describe, expect, test } from 'vitest'
import { runGroup } from '../../../src/ops/run/group.ts'
import { aRun } from '../records.ts'

describe('runGroup', () => {
  test('gives the group', () => {
    const run = aRun()
    expect(runGroup(run)).toBe(run.group)
  })

  test('gives undefined where there is none', () => {
    expect(runGroup(aRun({ group: undefined }))).toBe(undefined)
  })

  test('keeps an empty group, which is not an absent one', () => {
    expect(runGroup(aRun({ group: '' }))).toBe('')
  })
})
