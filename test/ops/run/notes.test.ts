import { describe, expect, test } from 'vitest'
import { runDescription, runNotes } from '../../../src/ops/run/notes.ts'
import { aRun } from '../records.ts'

describe('runNotes', () => {
  test('gives the notes', () => {
    const run = aRun()
    expect(runNotes(run)).toBe(run.notes)
  })

  test('gives undefined where there is none', () => {
    expect(runNotes(aRun({ notes: undefined }))).toBe(undefined)
  })
})

describe('runDescription', () => {
  test('gives the text beside the notes', () => {
    const run = aRun()
    expect(runDescription(run)).toBe(run.description)
  })

  test('gives undefined where there is none', () => {
    expect(runDescription(aRun({ description: undefined }))).toBe(undefined)
  })
})
