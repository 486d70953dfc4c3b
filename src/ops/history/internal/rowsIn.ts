import type { StepRange } from '../StepRange.ts'
import { rowOf } from './rowOf.ts'

/** The first row of a range of steps, and the row behind its last. A bound that is not given, or is NaN, is none. */
export const rowsIn = (
  steps: Float64Array,
  { minStep, maxStep }: StepRange,
): { readonly start: number; readonly end: number } => {
  const bounded = (step: number | undefined, none: number): number =>
    step === undefined || Number.isNaN(step) ? none : rowOf(steps, step)
  const start = bounded(minStep, 0)
  return { start, end: Math.max(start, bounded(maxStep, steps.length)) }
}
