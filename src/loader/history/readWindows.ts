import type * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { linkedController } from '../../client/abort.ts'
import { smallerInstead } from '../../client/graphql/judgeOfPages.ts'
import { type PageSizer, pageSizer } from '../../client/graphql/pageSizer.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { task, unwrap } from '../../client/task.ts'
import type { AttemptFailure } from '../../client/withRetries.ts'
import type { RowChunk } from '../../history/chunkRows.ts'
import type { ReadWindow, RowLists, StepWindow } from './readRows.ts'
import {
  estimateAfterComplete,
  estimateAfterPartial,
  initialEstimate,
  isExhausted,
  planWindow,
  type RowEstimate,
  type StepBounds,
  windowStart,
} from './windowPlan.ts'

/** A requested window. */
interface WindowRequest {
  /** Returns the window: a smaller one after the server failed. */
  readonly window: () => StepWindow
  /** The estimate that it was planned with. */
  readonly estimate: RowEstimate
  readonly lists: Promise<E.Either<LoadError, RowLists>>
  /** Cancels the request if it is still in flight. */
  readonly cancel: () => void
}

/** Requests a window, and plans it again after a failure. */
const requestWindow = (
  read: ReadWindow,
  sizer: PageSizer,
  estimate: RowEstimate,
  plan: (size: number) => StepWindow,
  signal: AbortSignal | undefined,
): WindowRequest => {
  const { controller, release } = linkedController(signal)
  let size = sizer.size()
  let window = plan(size)
  const judge = (failure: AttemptFailure): AttemptFailure => smallerInstead(sizer, failure) ?? failure
  const onFailure = (error: LoadError): void => {
    // If several windows fail at the same time, only the first halves the size.
    if (sizer.size() === size) sizer.failed(error)
    size = sizer.size()
    window = plan(size)
  }
  return {
    window: () => window,
    estimate,
    lists: read(() => window, { signal: controller.signal, judge, onFailure })(),
    cancel: () => {
      controller.abort()
      release()
    },
  }
}

interface WindowOptions {
  readonly signal?: AbortSignal | undefined
  /** How many windows are requested concurrently; 1 by default. */
  readonly atOnce?: number | undefined
  readonly onRows: (loaded: number) => void
}

/** After this many windows, the server must be repeating itself. */
const MAX_WINDOWS = 1_000_000

const lowest = (steps: Float64Array, otherwise: number): number => steps.reduce((a, b) => Math.min(a, b), otherwise)

const highest = (lists: RowLists, otherwise: number): number =>
  lists.reduce((most, { steps }) => steps.reduce((a, b) => Math.max(a, b), most), otherwise)

/**
 * Whether a window is complete and not a sample. A server that samples returns about as many rows as requested, so half as
 * many rows are complete, and so is one row for each step.
 */
const isWhole = (lists: RowLists, from: number, { max, samples }: StepWindow): boolean =>
  lists.every(({ count, steps }) => {
    if (count <= samples / 2) return true
    const width = max === undefined ? Number.POSITIVE_INFINITY : max - lowest(steps, from)
    return width <= samples && (count < samples || count === new Set(steps).size || width <= 1)
  })

/**
 * Reads all rows of a range of steps, window by window. A window is wide enough for about one page of rows, and is read
 * again in parts if the server may have sampled it. If the range has no end, neither has the last window, so that rows
 * logged in the meantime are read, too.
 *
 * While windows are complete, the next ones are prefetched. If a window has to be read in parts, the prefetched ones are
 * cancelled.
 */
export const readWindows = (
  read: ReadWindow,
  bounds: StepBounds,
  { signal, atOnce = 1, onRows }: WindowOptions,
): TaskEither<LoadError, ReadonlyArray<RowChunk>> =>
  task(async function* () {
    const sizer = pageSizer(bounds.pageSize)
    const chunks: Array<RowChunk> = []
    let start = bounds.min
    let estimate = initialEstimate(bounds)
    let loaded = 0
    let ahead: Array<WindowRequest> = []
    const ask = (from: number | undefined): WindowRequest => {
      const planned = estimate
      return requestWindow(read, sizer, planned, (size) => planWindow(bounds, planned, from, size), signal)
    }
    /** Prefetches the next windows, except an unbounded one while more rows may be logged, which would belong to it. */
    const prefetch = (first: WindowRequest): void => {
      for (let last = first; ahead.length < atOnce - 1; ) {
        const { max } = last.window()
        if (max === undefined || isExhausted(bounds, { ...estimate, isOpen: false }, max)) return
        const isUnbounded = planWindow(bounds, estimate, max, sizer.size()).max === bounds.max
        if (estimate.isOpen && isUnbounded) return
        last = ask(max)
        ahead.push(last)
      }
    }
    const cancelAhead = (): void => {
      for (const asked of ahead) asked.cancel()
      ahead = []
    }
    /** The first window is requested alone, to see what the server can return. */
    let isSteady = false
    try {
      for (let page = 0; page < MAX_WINDOWS; page += 1) {
        const from = windowStart(bounds, start)
        if (isExhausted(bounds, estimate, from)) return chunks
        if (ahead[0]?.window().min !== start) cancelAhead()
        const asked = ahead.shift() ?? ask(start)
        if (isSteady) prefetch(ahead.at(-1) ?? asked)
        const answer = await asked.lists
        asked.cancel()
        const lists = yield* unwrap(answer)
        sizer.succeeded()
        const window = asked.window()
        const most = lists.reduce((sum, { count }) => Math.max(sum, count), 0)
        isSteady = isWhole(lists, from, window)
        if (!isSteady) {
          estimate = estimateAfterPartial(estimate, window, from, { most, highest: highest(lists, from) })
          continue
        }
        for (const { steps, columns, failures } of lists)
          chunks.push({ steps, columns, failures: failures.map((failure) => Object.freeze({ ...failure, page })) })
        loaded += most
        onRows(loaded)
        const { max } = window
        if (max === undefined || max >= (bounds.max ?? Number.POSITIVE_INFINITY)) return chunks
        start = max
        estimate = estimateAfterComplete(estimate, asked.estimate, window, most)
      }
      return chunks
    } finally {
      cancelAhead()
    }
  })
