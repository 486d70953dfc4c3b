import type { Window } from './readRows.ts'

/** What is known before rows are read. */
export interface Span {
  /** The first step wanted. */
  readonly min: number | undefined
  /** The step behind the last wanted. */
  readonly max: number | undefined
  /** The lowest step that there is, as far as it is known. */
  readonly firstStep: number
  /** The highest step that there is, as far as it is known. */
  readonly lastStep: number | undefined
  /** How many rows there are between these, as far as it is known. */
  readonly count: number | undefined
  /** Whether rows may have come since that was told. */
  readonly isActive: boolean
  /** How many rows one request should bring. */
  readonly pageSize: number
}

/** What is thought of the rows that are not read yet. */
export interface Outlook {
  /** The highest step that is known. */
  readonly last: number | undefined
  /** Whether there may be rows behind that. */
  readonly isOpen: boolean
  /** How many steps there are for each row, about. */
  readonly sparsity: number
  /** The widest window that is not known to hold too many rows. */
  readonly widest: number
}

/** How much of a page a window is planned to fill where its rows can only be guessed. */
const FILL = 0.9

export const firstOutlook = ({ min, firstStep, lastStep, count, isActive }: Span): Outlook => ({
  last: lastStep,
  isOpen: isActive || lastStep === undefined,
  sparsity: lastStep === undefined || !count ? 1 : Math.max(1, (lastStep - Math.max(firstStep, min ?? 0) + 1) / count),
  widest: Number.POSITIVE_INFINITY,
})

/** The step from which a window reads. */
export const startOf = (span: Span, start: number | undefined): number => start ?? Math.min(0, span.firstStep)

/** Whether nothing is left from a step on. */
export const isDone = (span: Span, { last, isOpen }: Outlook, from: number): boolean =>
  from >= (span.max ?? Number.POSITIVE_INFINITY) || (last !== undefined && from > last && !isOpen)

/** A window from a step on that holds about a page of rows. */
export const planWindow = (
  span: Span,
  { last, sparsity, widest }: Outlook,
  start: number | undefined,
  size: number,
): Window => {
  const from = startOf(span, start)
  const left = last === undefined || from > last ? 0 : last + 1 - from
  // What surely fits goes without a bound, and shows whether there is more. A bound behind the last step would leave
  // out what is logged there afterwards.
  if (left === 0 || (widest === Number.POSITIVE_INFINITY && left / sparsity <= size * FILL))
    return { min: start, max: span.max, samples: size * 2 }
  const width = Math.min(widest, Math.max(size, Math.floor(size * sparsity * FILL)))
  const samples = width > size ? size * 2 : size
  return { min: start, max: Math.min(from + width, from + left, span.max ?? Number.POSITIVE_INFINITY), samples }
}

/** The outlook behind a window that came whole, with so many rows, planned with what was thought then. */
export const afterWhole = (now: Outlook, planned: Outlook, { samples }: Window, most: number): Outlook => ({
  ...now,
  widest: most <= samples / 4 ? Number.POSITIVE_INFINITY : planned.widest * 2,
  sparsity: planned.sparsity * (most <= samples / 8 ? 4 : most <= samples / 4 ? 2 : 1),
})

/** The outlook where a window of so many rows lacks some. The highest of these bounds a window that had no bound. */
export const afterPart = (
  { last, isOpen, sparsity }: Outlook,
  { max }: Window,
  from: number,
  rows: { readonly most: number; readonly highest: number },
): Outlook => {
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
