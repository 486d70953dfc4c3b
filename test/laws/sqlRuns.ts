import fc from 'fast-check'
import type { Run } from 'wandb-run-ops/types'
import { queriedRun } from '../arbitraries/query.ts'

/** Engines cannot store lone surrogates. */
const whole = <A extends string>(text: A): A => text.replace(/\p{Surrogate}|\0/gu, '') as A

/** Lists of 40 runs that engines can store. */
export const runLists = (count: number, seed: number): ReadonlyArray<ReadonlyArray<Run>> =>
  fc
    .sample(fc.array(queriedRun, { minLength: 40, maxLength: 40 }), { numRuns: count, seed })
    .map((runs) => runs.map((run) => ({ ...run, id: whole(run.id), storageId: whole(run.storageId) })))

const clamped = (value: unknown, most: number): unknown => {
  if (typeof value === 'number') return Number.isFinite(value) ? Math.max(-most, Math.min(most, value)) : value
  if (Array.isArray(value)) return value.map((item) => clamped(item, most))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, clamped(item, most)]))
}

/**
 * A run without the largest numbers: their squares overflow, which engines and memory handle differently. The summary
 * has no numbers whose rounding error would hide the others.
 */
export const tame = (run: Run): Run => ({
  ...run,
  config: clamped(run.config, 1e100) as Run['config'],
  summary: clamped(run.summary, 1000) as Run['summary'],
})
