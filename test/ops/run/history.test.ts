import { describe, expect, test } from 'vitest'
import type { Run } from 'wandb-run-ops/types'
import { runHistory, runHistoryKeys, runHistoryLineCount, runLastHistoryStep } from '../../../src/ops/run/history.ts'
import { aRun } from '../records.ts'

describe('runHistory', () => {
  test('gives the very history of the record', () => {
    const run = aRun()
    expect(runHistory(run)).toBe(run.history)
  })

  test('is refused by the compiler for a run of a default load', () => {
    const run: Run = aRun()
    // @ts-expect-error TS2345: a default load brings no history
    expect(runHistory(run)).toBeDefined()
  })
})

describe('runHistoryKeys', () => {
  test('gives the very keys of the record', () => {
    const run = aRun()
    expect(runHistoryKeys(run)).toBe(run.historyKeys)
  })
})

describe('runLastHistoryStep', () => {
  test('gives the last step, 0 too', () => {
    expect(runLastHistoryStep(aRun())).toBe(99)
    expect(runLastHistoryStep(aRun({ historyKeys: { keys: {}, lastStep: 0 } }))).toBe(0)
  })

  test.each([undefined, -1])('gives undefined where nothing was logged, which the server calls %s', (lastStep) => {
    expect(runLastHistoryStep(aRun({ historyKeys: { keys: {}, lastStep } }))).toBeUndefined()
  })
})

describe('runHistoryLineCount', () => {
  test('gives the number of rows', () => {
    expect(runHistoryLineCount(aRun())).toBe(100)
  })

  test('gives undefined where the server does not tell', () => {
    expect(runHistoryLineCount(aRun({ historyLineCount: undefined }))).toBeUndefined()
  })
})
