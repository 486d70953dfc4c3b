import { pipe } from 'fp-ts/lib/function.js'
import { describe, expect, test } from 'vitest'
import { runHasTag, runTags } from '../../../src/ops/run/tags.ts'
import { aRun } from '../records.ts'

describe('runTags', () => {
  test('returns the tags in their order', () => {
    expect(runTags(aRun())).toEqual(['baseline', 'best'])
  })

  test('returns the empty list when there are none', () => {
    expect(runTags(aRun({ tags: [] }))).toEqual([])
  })
})

describe('runHasTag', () => {
  test('is true for a tag that the run carries', () => {
    expect(runHasTag(aRun(), 'best')).toBe(true)
  })

  test.each(['Best', ' best', 'bes', ''])('matches whole tags and case: %j is another tag', (tag) => {
    expect(runHasTag(aRun(), tag)).toBe(false)
  })

  test('is false for a run without tags', () => {
    expect(runHasTag(aRun({ tags: [] }), 'best')).toBe(false)
  })

  test('returns the same data-last', () => {
    expect(pipe(aRun(), runHasTag('best'))).toBe(true)
    expect([aRun(), aRun({ tags: [] })].filter(runHasTag('best'))).toHaveLength(1)
  })
})
