import { pipe } from 'fp-ts/lib/function.js'
import { describe, expect, expectTypeOf, test } from 'vitest'
import type { RunLight } from 'wandb-run-ops/types'
import { runRawSummary, runSummary, runSummaryAt, runSystemMetrics } from '../../../src/ops/run/summary.ts'
import { aRun } from '../records.ts'

describe('runSummary', () => {
  test("returns the record's own dict", () => {
    const run = aRun()
    expect(runSummary(run)).toBe(run.summary)
  })

  test('has the type that a codec gave the summary', () => {
    expectTypeOf(runSummary<{ readonly loss: number }>).returns.toEqualTypeOf<{ readonly loss: number }>()
  })

  test('is rejected by the compiler for a run whose summary was not loaded', () => {
    const light: RunLight = aRun()
    // @ts-expect-error TS2345: a light run has no summary
    expect(runSummary(light)).toEqual(aRun().summary)
  })
})

describe('runRawSummary', () => {
  test("restores W&B's own entry", () => {
    const internal = { config: {}, summary: { _wandb: { runtime: 60 } } }
    expect(runRawSummary(aRun({ summary: { loss: Number.NaN }, internal }))).toEqual({
      loss: Number.NaN,
      _wandb: { runtime: 60 },
    })
  })

  test('returns a frozen dict', () => {
    expect(Object.isFrozen(runRawSummary(aRun()))).toBe(true)
  })
})

describe('runSummaryAt', () => {
  const run = aRun({ summary: { 'val/loss': Number.NaN, loss: { min: 0.1, history: [3, 2] } } })

  test('uses keys as is, with slashes', () => {
    expect(runSummaryAt(run, ['val/loss'])).toBeNaN()
    expect(runSummaryAt(run, ['val', 'loss'])).toBeUndefined()
  })

  test('goes into dicts and arrays', () => {
    expect(runSummaryAt(run, ['loss', 'min'])).toBe(0.1)
    expect(runSummaryAt(run, ['loss', 'history', 1])).toBe(2)
  })

  test('returns the whole summary at the empty path', () => {
    expect(runSummaryAt(run, [])).toBe(run.summary)
  })

  test('returns the same data-last', () => {
    expect(pipe(run, runSummaryAt(['loss', 'min']))).toBe(0.1)
  })
})

describe('runSystemMetrics', () => {
  test("returns the record's own dict", () => {
    const run = aRun()
    expect(runSystemMetrics(run)).toBe(run.systemMetrics)
  })
})
