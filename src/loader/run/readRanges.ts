import * as E from 'fp-ts/lib/Either.js'
import { linkedController } from '../../client/abort.ts'
import type { Client } from '../../client/Client.ts'
import { aborted } from '../../client/errors.ts'
import type { LoadError } from '../../client/LoadError.ts'
import type { HeavyField, RunWith } from '../../types/run/RunHeavy.ts'
import type { RunsList } from '../request/checkQuery.ts'
import type { CollectedRuns, collectPages, SharedProgress } from './collectPages.ts'
import { countRanges, createdInRange, floorToSecond, isInTimeRange, splitRange, type TimeRange } from './countRanges.ts'

/** How many ranges are read concurrently. */
const AT_ONCE = 4

/** How often to count: a run created while the server counts is in only some of the counts. */
const COUNT_ATTEMPTS = 3

/** Below this share of the rate limit, ranges are read one after the other. */
const LOW_RATE_LIMIT = 0.25

/** The errors that reading page by page would meet, too. */
const permanent: ReadonlySet<LoadError['_tag']> = new Set([
  'Aborted',
  'Forbidden',
  'NoCredentials',
  'NetworkFailed',
  'RateLimited',
  'Unauthorized',
])

/** The direction of a list that is ordered by creation time. */
export type CreationOrder = 'ascending' | 'descending'

/** The part of a list that was read from its start. */
export interface ListHead<R> {
  readonly order: CreationOrder
  readonly collected: CollectedRuns<R>
  /** The creation time of the last run that was read. */
  readonly last: Date
  /** The storage ids of the runs that were read. */
  readonly seen: ReadonlySet<string>
}

/** Splits time into what was read and the rest. The second in which they meet belongs to the rest. */
const splitAtHead = ({ order, last }: ListHead<unknown>): { readonly before: TimeRange; readonly rest: TimeRange } => {
  if (order === 'ascending') {
    const seam = floorToSecond(last.getTime())
    return { before: { from: undefined, to: seam }, rest: { from: seam, to: undefined } }
  }
  const seam = floorToSecond(last.getTime() + 1000)
  return { before: { from: seam, to: undefined }, rest: { from: undefined, to: seam } }
}

/** Splits the rest into ranges, in the order of the list. */
const rangesOf = (rest: TimeRange, cuts: ReadonlyArray<Date>, order: CreationOrder): ReadonlyArray<TimeRange> => {
  const inside = cuts.filter((cut) => isInTimeRange(rest, cut) && cut.getTime() !== rest.from?.getTime())
  const ranges = splitRange(inside, rest)
  return order === 'ascending' ? ranges : ranges.toReversed()
}

/** The counts of one response: the runs before the ranges, in each range, and in all. */
interface Counted {
  readonly before: number
  readonly ranges: ReadonlyArray<number>
  readonly total: number
}

/** Whether the server splits time as we do, so that every run is in exactly one range. */
const addsUp = ({ before, ranges, total }: Counted): boolean =>
  ranges.reduce((sum, count) => sum + count, before) === total

/** Whether every range returned as many runs as were counted. Runs of the shared second may be in the head. */
const isWhole = (
  head: CollectedRuns<unknown>,
  parts: ReadonlyArray<CollectedRuns<unknown> | undefined>,
  counted: Counted,
): boolean =>
  counted.ranges.every((count, i) => {
    const part = parts[i]
    const shared = i === 0 ? head.accounted - counted.before : 0
    return part?.last === true && part.accounted + shared >= count
  })

export interface RangesOptions {
  readonly signal: AbortSignal
  readonly progress: SharedProgress
  /** Reads one list. An argument, because importing it would split the code that most loads need into more files. */
  readonly readList: typeof collectPages
}

/**
 * Reads the rest of a list in ranges of creation time, several concurrently. The result is verified against the counts of
 * the server; `undefined` if it cannot be verified, or if the server rejects such a query.
 *
 * @returns The runs of each range, in the order of the list.
 */
export const readRanges = async <F extends HeavyField, C, S>(
  client: Client,
  { path, query }: RunsList,
  head: ListHead<RunWith<F, C, S>>,
  cuts: ReadonlyArray<Date>,
  { progress, readList, ...options }: RangesOptions,
): Promise<E.Either<LoadError, ReadonlyArray<CollectedRuns<RunWith<F, C, S>>> | undefined>> => {
  const { before, rest } = splitAtHead(head)
  const ranges = rangesOf(rest, cuts, head.order)
  const { controller, release } = linkedController(options.signal)
  const { signal } = controller
  const listeners = ranges.map(() => progress.listener())
  const parts: Array<CollectedRuns<RunWith<F, C, S>>> = []
  const { most } = query.pageSizes
  const pageSizes = { first: Math.min(most, Math.max(1, head.collected.lastPage)), most }
  let error: LoadError | undefined
  let isRefused = false
  let counted: Counted | undefined

  const stop = (why?: LoadError): void => {
    if (signal.aborted) return
    if (why !== undefined && permanent.has(why._tag)) error = why
    else isRefused = true
    controller.abort()
  }
  const readRange = async (range: TimeRange, index: number): Promise<void> => {
    const list = { path, query: { ...query, pageSizes, filters: createdInRange(query.filters, range) } }
    const elsewhere = index === 0 ? head.seen : new Set<string>()
    const onProgress = listeners[index]
    let isInside = true
    const onPage = ({ items }: { readonly items: ReadonlyArray<{ readonly createdAt: Date }> }): boolean => {
      isInside = items.every(({ createdAt }) => isInTimeRange(range, createdAt))
      return isInside
    }
    const part = await readList<F, C, S>(client, list, { signal, onProgress, elsewhere, onPage })
    if (E.isRight(part)) parts[index] = part.right
    if (E.isLeft(part) || !isInside) stop(E.isLeft(part) ? part.left : undefined)
  }
  const queue = ranges.entries()
  const worker = async (_: unknown, number: number): Promise<void> => {
    for (const [index, range] of queue) {
      await readRange(range, index)
      if (signal.aborted || (number > 0 && client.rateLimit.remaining() < LOW_RATE_LIMIT)) return
    }
  }
  const count = async (): Promise<void> => {
    for (let again = COUNT_ATTEMPTS; again > 0; again -= 1) {
      const answer = await countRanges(client, { path, query }, [before, ...ranges], signal)()
      if (E.isLeft(answer)) return stop(answer.left)
      const [first = 0, ...others] = answer.right.counts
      counted = { before: first, ranges: others, total: answer.right.total }
      if (addsUp(counted)) return
    }
    stop()
  }
  await Promise.all([count(), ...Array.from({ length: Math.min(AT_ONCE, ranges.length) }, worker)])
  release()
  if (options.signal.aborted) return E.left(aborted)
  if (error !== undefined) return E.left(error)
  if (!isRefused && counted !== undefined && isWhole(head.collected, parts, counted)) return E.right(parts)
  progress.forget(listeners)
  return E.right(undefined)
}
