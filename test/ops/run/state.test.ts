import { describe, expect, test } from 'vitest'
import { runHasEnded, runIsFinished, runState } from '../../../src/ops/run/state.ts'
import { aRun } from '../records.ts'

describe('runState', () => {
  test.each(['running', 'a state of tomorrow', undefined])('returns %s unchanged', (state) => {
    expect(runState(aRun({ state }))).toBe(state)
  })
})

describe('runIsFinished', () => {
  test('is true for a finished run', () => {
    expect(runIsFinished(aRun({ state: 'finished' }))).toBe(true)
  })

  test.each(['failed', 'crashed', 'killed', 'preempted', 'running', 'Finished', undefined])(
    'is false for %s',
    (state) => {
      expect(runIsFinished(aRun({ state }))).toBe(false)
    },
  )
})

describe('runHasEnded', () => {
  test.each(['finished', 'failed', 'crashed', 'killed', 'preempted'])('is true for %s', (state) => {
    expect(runHasEnded(aRun({ state }))).toBe(true)
  })

  test.each(['pending', 'running', 'preempting', 'a state of tomorrow', undefined])('is false for %s', (state) => {
    expect(runHasEnded(aRun({ state }))).toBe(false)
  })
})
