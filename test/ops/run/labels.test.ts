import { pipe } from 'fp-ts/lib/function.js'
import { describe, expect, test } from 'vitest'
import {
  runCommit,
  runDescription,
  runHasTag,
  runHost,
  runNotes,
  runReadOnly,
  runTags,
} from '../../../src/ops/run/labels.ts'
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

describe('runNotes', () => {
  test('returns the notes', () => {
    const run = aRun()
    expect(runNotes(run)).toBe(run.notes)
  })

  test('returns undefined when there is none', () => {
    expect(runNotes(aRun({ notes: undefined }))).toBe(undefined)
  })
})

describe('runDescription', () => {
  test('returns the description, not the notes', () => {
    const run = aRun()
    expect(runDescription(run)).toBe(run.description)
  })

  test('returns undefined when there is none', () => {
    expect(runDescription(aRun({ description: undefined }))).toBe(undefined)
  })
})

describe('runCommit', () => {
  test('returns the commit', () => {
    const run = aRun()
    expect(runCommit(run)).toBe(run.commit)
  })

  test('returns undefined when there is none', () => {
    expect(runCommit(aRun({ commit: undefined }))).toBe(undefined)
  })
})

describe('runHost', () => {
  test('returns the name of the machine, or undefined', () => {
    expect(runHost(aRun())).toBe('node-3')
    expect(runHost(aRun({ host: undefined }))).toBe(undefined)
  })
})

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
