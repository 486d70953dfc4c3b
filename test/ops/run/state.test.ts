import { describe, expect, test } from 'vitest'
import { runHasEnded, runIsActive, runIsFinished, runState } from '../../../src/ops/run/state.ts'
import { aRun, at } from '../records.ts'

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
  test.each(['finished', 'failed', 'crashed', 'killed', 'preempted', 'aborted'])('is true for %s', (state) => {
    expect(runHasEnded(aRun({ state }))).toBe(true)
  })

  test.each(['pending', 'running', 'preempting', 'a state of tomorrow', undefined])('is false for %s', (state) => {
    expect(runHasEnded(aRun({ state }))).toBe(false)
  })
})

const running = aRun({ state: 'running' })

describe('runIsActive', () => {
  test('is true less than five minutes after the last heartbeat', () => {
    expect(runIsActive(running, at('11:04:59.999'))).toBe(true)
  })

  test('is false from five minutes after the last heartbeat on', () => {
    expect(runIsActive(running, at('11:05:00'))).toBe(false)
  })

  test('is true for a heartbeat from a clock that is ahead', () => {
    expect(runIsActive(running, at('10:30:00'))).toBe(true)
  })

  test('counts from the creation when there is no heartbeat', () => {
    const silent = aRun({ state: 'running', heartbeatAt: undefined })
    expect(runIsActive(silent, at('10:04:00'))).toBe(true)
    expect(runIsActive(silent, at('10:06:00'))).toBe(false)
  })

  test('is true for a run that is being preempted', () => {
    expect(runIsActive(aRun({ state: 'preempting' }), at('11:01:00'))).toBe(true)
  })

  test.each(['pending', 'finished', 'crashed', 'preempted', undefined])('is false for %s', (state) => {
    expect(runIsActive(aRun({ state }), at('11:01:00'))).toBe(false)
  })

  test('is false at an invalid date', () => {
    expect(runIsActive(running, new Date(Number.NaN))).toBe(false)
  })

  test('returns the same data-last', () => {
    expect([running].filter(runIsActive(at('11:01:00')))).toEqual([running])
  })

  test('is rejected by the compiler as an argument of map, which would pass an index as the time', () => {
    // @ts-expect-error TS2345: an index is not a date
    expect(() => [running].map(runIsActive)).toThrow(TypeError)
  })
})
