import * as E from 'fp-ts/lib/Either.js'
import type { RowChunk } from '../../../types/rowChunk.ts'
import { pageSizer } from '../../internal/paging/pageSizer.ts'
import type { LoadError } from '../../LoadError.ts'
import type { ReadWindow, RowLists, Window } from './readRows.ts'

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

export interface WindowOptions {
  readonly signal?: AbortSignal | undefined
  readonly onRows: (loaded: number) => void
}

/** How much of a page a window is planned to fill where its rows can only be guessed. */
const FILL = 0.9

/** Behind so many windows it is the server that repeats itself. */
const MOST_WINDOWS = 1_000_000

const lowest = (steps: Float64Array, otherwise: number): number => steps.reduce((a, b) => Math.min(a, b), otherwise)

const highest = (lists: RowLists, otherwise: number): number =>
  lists.reduce((most, { steps }) => steps.reduce((a, b) => Math.max(a, b), most), otherwise)

/**
 * Whether a window's rows are all of its rows, and no choice of the server. A server that chooses gives about as many as
 * it may, so that half as many is all there is. As many as there are steps is all there can be.
 */
const isWhole = (lists: RowLists, from: number, { max, samples }: Window): boolean =>
  lists.every(({ count, steps }) => {
    if (count <= samples / 2) return true
    const width = max === undefined ? Number.POSITIVE_INFINITY : max - lowest(steps, from)
    return width <= samples && (count < samples || count === new Set(steps).size || width <= 1)
  })

/**
 * Reads all rows of a range of steps, window by window. A window is as wide as it takes to hold about a page of rows, and
 * is read again in parts where the server might have left some out. Where the range has no end, the last window has none
 * either, so that rows that come in the meantime are read too.
 */
export const readWindows = async (
  read: ReadWindow,
  span: Span,
  { signal, onRows }: WindowOptions,
): Promise<E.Either<LoadError, ReadonlyArray<RowChunk>>> => {
  const sizer = pageSizer(span.pageSize)
  const chunks: Array<RowChunk> = []
  const end = span.max ?? Number.POSITIVE_INFINITY
  let start = span.min
  let last = span.lastStep
  /** Whether there may be rows behind the last that is known. */
  let isOpen = span.isActive || last === undefined
  /** How many steps there are for each row, about. */
  let sparsity =
    last === undefined || !span.count ? 1 : Math.max(1, (last - Math.max(span.firstStep, start ?? 0) + 1) / span.count)
  /** The widest window that is not known to hold too many rows. */
  let widest = Number.POSITIVE_INFINITY
  let loaded = 0
  for (let page = 0; page < MOST_WINDOWS; page += 1) {
    const from = start ?? Math.min(0, span.firstStep)
    const isBehind = last !== undefined && from > last
    if (from >= end || (isBehind && !isOpen)) return E.right(chunks)
    let window: Window = { min: start, max: span.max, samples: 1 }
    const plan = (): Window => {
      const size = sizer.size()
      const left = last === undefined || isBehind ? 0 : last + 1 - from
      const width = Math.min(widest, Math.max(size, Math.floor(size * sparsity * FILL)))
      const samples = width > size ? size * 2 : size
      // What surely fits goes without a bound, and shows whether there is more. A bound behind the last step would leave
      // out what is logged there afterwards.
      if (left === 0 || (widest === Number.POSITIVE_INFINITY && left / sparsity <= size * FILL))
        window = { min: start, max: span.max, samples: size * 2 }
      else window = { min: start, max: Math.min(from + width, from + left, end), samples }
      return window
    }
    const lists = await read(plan, { signal, onFailure: sizer.failed })
    if (E.isLeft(lists)) return lists
    sizer.succeeded()
    const { max, samples } = window
    const most = lists.right.reduce((sum, { count }) => Math.max(sum, count), 0)
    if (!isWhole(lists.right, from, window)) {
      // Rows were left out. The highest of the others bounds a window that had no bound.
      const known = last ?? from
      last = Math.max(known, highest(lists.right, from))
      isOpen ||= last > known
      const width = Math.min(max ?? Number.POSITIVE_INFINITY, last + 1) - from
      widest = max === undefined ? width : Math.max(1, Math.floor(width / 2))
      sparsity = Math.max(1, Math.min(sparsity, width / most))
      continue
    }
    for (const { steps, columns, failures } of lists.right)
      chunks.push({ steps, columns, failures: failures.map((failure) => Object.freeze({ ...failure, page })) })
    loaded += most
    onRows(loaded)
    if (max === undefined || max >= end) return E.right(chunks)
    start = max
    widest = most <= samples / 4 ? Number.POSITIVE_INFINITY : widest * 2
    if (most <= samples / 8) sparsity *= 4
    else if (most <= samples / 4) sparsity *= 2
  }
  return E.right(chunks)
}
