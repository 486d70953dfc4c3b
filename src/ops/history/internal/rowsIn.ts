import type { StepRange } from '../StepRange.ts'
import { rowOf } from './rowOf.ts'

/** Returns the row range, end exclusive, of a range of steps. A bound that is not given or NaN does not limit it. */
export const rowsIn = (
  steps: Float64Array,
  { minStep, maxStep }: StepRange,
): { readonly start: number; readonly end: number } => {
  const bounded = (step: number | undefined, unbounded: number): number =>
    step === undefined || Number.isNaN(step) ? unbounded : rowOf(steps, step)
  const start = bounded(minStep, 0)
  return { start, end: Math.max(start, bounded(maxStep, steps.length)) }
}
