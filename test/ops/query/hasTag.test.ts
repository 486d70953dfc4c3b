import { describe, expect, test } from 'vitest'
import { column, eq, hasTag, matches, not } from 'wandb-run-ops/ops'

const runs = [{ tags: ['best', 'v2'] }, { tags: ['Best'] }, { tags: [] }, { tags: ['best of all', ''] }]

describe('hasTag', () => {
  test('matches runs with the exact tag', () => {
    expect(runs.map(matches(hasTag('best')))).toEqual([true, false, false, false])
  })

  test('finds the empty tag, which an empty list does not contain', () => {
    expect(runs.map(matches(hasTag('')))).toEqual([false, false, false, true])
  })

  test.each(['length', '0', '__proto__', 'b'])('does not find %j, which is not a tag', (tag) => {
    expect(runs.some(matches(hasTag(tag)))).toBe(false)
  })

  test('has a negation that matches runs without tags', () => {
    expect(runs.map(matches(not(hasTag('best'))))).toEqual([false, true, true, true])
  })

  test('is an eq of the tags', () => {
    expect(hasTag('best')).toEqual(eq(column.tags, 'best'))
  })
})
