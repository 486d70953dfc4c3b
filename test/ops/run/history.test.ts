import { describe, expect, test } from 'vitest'
import type { Run } from 'wandb-run-ops/types'
import { runHistory, runHistoryKeys, runHistoryLineCount, runLastHistoryStep } from '../../../src/ops/run/history.ts'
import { aRun } from '../records.ts'

describe('runHistory', () => {
  test("returns the record's own history", () => {
    const run = aRun()
    expect(runHistory(run)).toBe(run.history)
  })

  test('is rejected by the compiler for a run of a default load', () => {
    const run: Run = aRun()
    // @ts-expect-error TS2345: a default load brings no history
    expect(runHistory(run)).toBeDefined()
  })
})

describe('runHistoryKeys', () => {
  test("returns the record's own keys", () => {
    const run = aRun()
    expect(runHistoryKeys(run)).toBe(run.historyKeys)
  })
})

describe('runLastHistoryStep', () => {
  test('returns the last step, also 0', () => {
    expect(runLastHistoryStep(aRun())).toBe(99)
    expect(runLastHistoryStep(aRun({ historyKeys: { keys: {}, lastStep: 0 } }))).toBe(0)
  })

  test.each([undefined, -1])(
    'returns undefined when nothing was logged, which the server reports as %s',
    (lastStep) => {
      expect(runLastHistoryStep(aRun({ historyKeys: { keys: {}, lastStep } }))).toBeUndefined()
    },
  )
})

describe('runHistoryLineCount', () => {
  test('returns the number of rows', () => {
    expect(runHistoryLineCount(aRun())).toBe(100)
  })

  test('returns undefined when the server does not report it', () => {
    expect(runHistoryLineCount(aRun({ historyLineCount: undefined }))).toBeUndefined()
  })
})
