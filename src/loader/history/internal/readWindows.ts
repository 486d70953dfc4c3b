import * as E from 'fp-ts/lib/Either.js'
import type { RowChunk } from '../../../types/rowChunk.ts'
import { pageSizer } from '../../internal/paging/pageSizer.ts'
import type { LoadError } from '../../LoadError.ts'
import { type Asked, askWindow } from './askWindow.ts'
import type { ReadWindow, RowLists, Window } from './readRows.ts'
import { afterPart, afterWhole, firstOutlook, isDone, planWindow, type Span, startOf } from './windowPlan.ts'

export interface WindowOptions {
  readonly signal?: AbortSignal | undefined
  /** How many windows are asked for at once; one by default. */
  readonly atOnce?: number | undefined
  readonly onRows: (loaded: number) => void
}

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
 *
 * As long as windows come whole, the next ones are asked for before they are due. What was asked for in vain, because a
 * window has to be read in parts first, is forgotten.
 */
export const readWindows = async (
  read: ReadWindow,
  span: Span,
  { signal, atOnce = 1, onRows }: WindowOptions,
): Promise<E.Either<LoadError, ReadonlyArray<RowChunk>>> => {
  const sizer = pageSizer(span.pageSize)
  const chunks: Array<RowChunk> = []
  let start = span.min
  let outlook = firstOutlook(span)
  let loaded = 0
  let ahead: Array<Asked> = []
  const ask = (from: number | undefined): Asked => {
    const planned = outlook
    return askWindow(read, sizer, planned, (size) => planWindow(span, planned, from, size), signal)
  }
  /** Asks for what follows. A window without an end is not among it where more rows may come: these belong to it, too. */
  const lookAhead = (first: Asked): void => {
    for (let last = first; ahead.length < atOnce - 1; ) {
      const { max } = last.window()
      if (max === undefined || isDone(span, { ...outlook, isOpen: false }, max)) return
      const isUnbounded = planWindow(span, outlook, max, sizer.size()).max === span.max
      if (outlook.isOpen && isUnbounded) return
      last = ask(max)
      ahead.push(last)
    }
  }
  const forget = (): void => {
    for (const asked of ahead) asked.forget()
    ahead = []
  }
  /** The first window goes alone: it shows what the server can give. */
  let isSteady = false
  try {
    for (let page = 0; page < MOST_WINDOWS; page += 1) {
      const from = startOf(span, start)
      if (isDone(span, outlook, from)) return E.right(chunks)
      if (ahead[0]?.window().min !== start) forget()
      const asked = ahead.shift() ?? ask(start)
      if (isSteady) lookAhead(ahead.at(-1) ?? asked)
      const lists = await asked.lists
      asked.forget()
      if (E.isLeft(lists)) return lists
      sizer.succeeded()
      const window = asked.window()
      const most = lists.right.reduce((sum, { count }) => Math.max(sum, count), 0)
      isSteady = isWhole(lists.right, from, window)
      if (!isSteady) {
        outlook = afterPart(outlook, window, from, { most, highest: highest(lists.right, from) })
        continue
      }
      for (const { steps, columns, failures } of lists.right)
        chunks.push({ steps, columns, failures: failures.map((failure) => Object.freeze({ ...failure, page })) })
      loaded += most
      onRows(loaded)
      const { max } = window
      if (max === undefined || max >= (span.max ?? Number.POSITIVE_INFINITY)) return E.right(chunks)
      start = max
      outlook = afterWhole(outlook, asked.outlook, window, most)
    }
    return E.right(chunks)
  } finally {
    forget()
  }
}
