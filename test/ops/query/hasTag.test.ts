import { describe, expect, test } from 'vitest'
import { column, eq, hasTag, matches, not } from 'wandb-run-ops/ops'

const runs = [{ tags: ['best', 'v2'] }, { tags: ['Best'] }, { tags: [] }, { tags: ['best of all', ''] }]

describe('hasTag', () => {
  test('keeps the runs with a tag, as it is spelled', () => {
    expect(runs.map(matches(hasTag('best')))).toEqual([true, false, false, false])
  })

  test('finds the empty tag, and does not take an empty list for it', () => {
    expect(runs.map(matches(hasTag('')))).toEqual([false, false, false, true])
  })

  test.each(['length', '0', '__proto__', 'b'])('does not find %j, which is no tag', (tag) => {
    expect(runs.some(matches(hasTag(tag)))).toBe(false)
  })

  test('has an opposite that keeps the runs without tags', () => {
    expect(runs.map(matches(not(hasTag('best'))))).toEqual([false, true, true, true])
  })

  test('is an eq of the tags', () => {
    expect(hasTag('best')).toEqual(eq(column.tags, 'best'))
  })
})
