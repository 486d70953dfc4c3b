import type { StepWindow } from './readRows.ts'

/** The range of steps to read, and what is known of its rows. */
export interface StepBounds {
  /** The first step to read, inclusive. */
  readonly min: number | undefined
  /** The last step to read, exclusive. */
  readonly max: number | undefined
  /** The lowest step, as far as known. */
  readonly firstStep: number
  /** The highest step, if known. */
  readonly lastStep: number | undefined
  /** The number of rows between these, if known. */
  readonly count: number | undefined
  /** Whether more rows may have been logged since. */
  readonly isActive: boolean
  /** The approximate number of rows per request. */
  readonly pageSize: number
}

/** The estimate of the rows that are not read yet. */
export interface RowEstimate {
  /** The highest known step. */
  readonly last: number | undefined
  /** Whether there may be later rows. */
  readonly isOpen: boolean
  /** The approximate number of steps per row. */
  readonly sparsity: number
  /** The widest window that is not known to hold too many rows. */
  readonly widest: number
}

/** The share of a page that a window should fill, because the number of its rows is an estimate. */
const FILL = 0.9

export const initialEstimate = ({ min, firstStep, lastStep, count, isActive }: StepBounds): RowEstimate => ({
  last: lastStep,
  isOpen: isActive || lastStep === undefined,
  sparsity: lastStep === undefined || !count ? 1 : Math.max(1, (lastStep - Math.max(firstStep, min ?? 0) + 1) / count),
  widest: Number.POSITIVE_INFINITY,
})

/** The first step of a window. */
export const windowStart = (bounds: StepBounds, start: number | undefined): number =>
  start ?? Math.min(0, bounds.firstStep)

/** Whether there is nothing left to read from a step on. */
export const isExhausted = (bounds: StepBounds, { last, isOpen }: RowEstimate, from: number): boolean =>
  from >= (bounds.max ?? Number.POSITIVE_INFINITY) || (last !== undefined && from > last && !isOpen)

/** Plans a window of about one page of rows from a step on. */
export const planWindow = (
  bounds: StepBounds,
  { last, sparsity, widest }: RowEstimate,
  start: number | undefined,
  size: number,
): StepWindow => {
  const from = windowStart(bounds, start)
  const left = last === undefined || from > last ? 0 : last + 1 - from
  // A window that surely fits is unbounded, which shows whether there is more. A bound after the last step would exclude
  // rows that are logged later.
  if (left === 0 || (widest === Number.POSITIVE_INFINITY && left / sparsity <= size * FILL))
    return { min: start, max: bounds.max, samples: size * 2 }
  const width = Math.min(widest, Math.max(size, Math.floor(size * sparsity * FILL)))
  const samples = width > size ? size * 2 : size
  return { min: start, max: Math.min(from + width, from + left, bounds.max ?? Number.POSITIVE_INFINITY), samples }
}

/** The estimate after a complete window of `most` rows, which was planned with an earlier estimate. */
export const estimateAfterComplete = (
  now: RowEstimate,
  planned: RowEstimate,
  { samples }: StepWindow,
  most: number,
): RowEstimate => ({
  ...now,
  widest: most <= samples / 4 ? Number.POSITIVE_INFINITY : planned.widest * 2,
  sparsity: planned.sparsity * (most <= samples / 8 ? 4 : most <= samples / 4 ? 2 : 1),
})

/** The estimate after an incomplete window. Its highest step bounds a window that was unbounded. */
export const estimateAfterPartial = (
  { last, isOpen, sparsity }: RowEstimate,
  { max }: StepWindow,
  from: number,
  rows: { readonly most: number; readonly highest: number },
): RowEstimate => {
  const known = last ?? from
  const highest = Math.max(known, rows.highest)
  const width = Math.min(max ?? Number.POSITIVE_INFINITY, highest + 1) - from
  return {
    last: highest,
    isOpen: isOpen || highest > known,
    widest: max === undefined ? width : Math.max(1, Math.floor(width / 2)),
    sparsity: Math.max(1, Math.min(sparsity, width / rows.most)),
  }
}
