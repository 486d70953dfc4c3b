import { describe, expect, test } from 'vitest'
import { runDescription, runNotes } from '../../../src/ops/run/notes.ts'
import { aRun } from '../records.ts'

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
