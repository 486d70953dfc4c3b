import * as E from 'fp-ts/lib/Either.js'
import type { HeavyField } from '../../../../types/RunHeavy.ts'
import type { RunWith } from '../../../../types/RunWith.ts'
import type { Client } from '../../../Client.ts'
import { type LoadError, loadError } from '../../../LoadError.ts'
import { follow } from '../../http/abort.ts'
import type { Gathered } from '../gather.ts'
import type { RunsList } from '../RunsList.ts'
import type { readOn } from '../readOn.ts'
import type { SharedProgress } from '../sharedProgress.ts'
import { countRanges } from './countRanges.ts'
import type { CreationOrder } from './creationOrder.ts'
import { createdWithin, isWithin, type Range, rangesBetween, wholeSecond } from './Range.ts'

/** How many ranges are read at once. */
const AT_ONCE = 4

/** A run that is created while the server counts is in some counts alone, which another try shows. */
const COUNTS = 3

/** Below this share of the rate limit ranges are read one after the other. */
const SHORT = 0.25

/** What no other way of asking would change. */
const lasting: ReadonlySet<LoadError['_tag']> = new Set([
  'Aborted',
  'Forbidden',
  'NetworkFailed',
  'RateLimited',
  'Unauthorized',
])

/** What was read of a list from its beginning. */
export interface Head<R> {
  readonly order: CreationOrder
  readonly gathered: Gathered<R>
  /** When the last run that was read was created. */
  readonly last: Date
  /** The runs that were read, by their storage ids. */
  readonly seen: ReadonlySet<string>
}

/** Where what was read ends and the rest begins: the second in which they meet is in the rest. */
const sidesOf = ({ order, last }: Head<unknown>): { readonly before: Range; readonly rest: Range } => {
  if (order === 'ascending') {
    const seam = wholeSecond(last.getTime())
    return { before: { from: undefined, to: seam }, rest: { from: seam, to: undefined } }
  }
  const seam = wholeSecond(last.getTime() + 1000)
  return { before: { from: seam, to: undefined }, rest: { from: undefined, to: seam } }
}

/** The rest of a list in ranges, in the order of the list. */
const rangesOf = (rest: Range, moments: ReadonlyArray<Date>, order: CreationOrder): ReadonlyArray<Range> => {
  const inside = moments.filter((moment) => isWithin(rest, moment) && moment.getTime() !== rest.from?.getTime())
  const ranges = rangesBetween(inside, rest)
  return order === 'ascending' ? ranges : ranges.toReversed()
}

/** What the server counted at one moment: what was read before, each range, and the whole. */
interface Counted {
  readonly before: number
  readonly ranges: ReadonlyArray<number>
  readonly total: number
}

/** Whether the server cuts time as we do: no run lies between two ranges, and none in both. */
const addsUp = ({ before, ranges, total }: Counted): boolean =>
  ranges.reduce((sum, count) => sum + count, before) === total

/** Whether as many runs of each range came as were counted. What came of the second that the head shares is in the head. */
const isWhole = (head: Gathered<unknown>, parts: ReadonlyArray<Gathered<unknown>>, counted: Counted): boolean =>
  parts.every((part, i) => {
    const shared = i === 0 ? head.accounted - counted.before : 0
    return part.last && part.accounted + shared >= (counted.ranges[i] ?? 0)
  })

export interface RangesOptions {
  readonly signal: AbortSignal
  readonly progress: SharedProgress
  /** How a list is gathered and read: brought along, since whoever loads this code has it already. */
  readonly gathering: <R>() => Gathered<R>
  readonly readOn: typeof readOn
}

/**
 * Reads the rest of a list in ranges of the time line, several at once. `undefined` where the server does not cut time
 * as we do, or does not let itself be asked so: nothing is taken for whole that was not shown to be.
 *
 * @returns What was read of each range, in the order of the list.
 */
export const readRanges = async <F extends HeavyField, C, S>(
  client: Client,
  { path, query }: RunsList,
  head: Head<RunWith<F, C, S>>,
  moments: ReadonlyArray<Date>,
  { gathering, readOn, progress, ...options }: RangesOptions,
): Promise<E.Either<LoadError, ReadonlyArray<Gathered<RunWith<F, C, S>>> | undefined>> => {
  const { before, rest } = sidesOf(head)
  const ranges = rangesOf(rest, moments, head.order)
  const { controller, release } = follow(options.signal)
  const { signal } = controller
  const listeners = ranges.map(() => progress.listener())
  const parts = ranges.map(() => gathering<RunWith<F, C, S>>())
  const { most } = query.pageSizes
  const pageSizes = { first: Math.min(most, Math.max(1, head.gathered.lastPage)), most }
  let error: LoadError | undefined
  let isRefused = false
  let counted: Counted | undefined

  const stop = (why?: LoadError): void => {
    if (signal.aborted) return
    if (why !== undefined && lasting.has(why._tag)) error = why
    else isRefused = true
    controller.abort()
  }
  const readRange = async (range: Range, index: number): Promise<void> => {
    const part = parts[index] as Gathered<RunWith<F, C, S>>
    const list = { path, query: { ...query, pageSizes, filters: createdWithin(query.filters, range) } }
    const elsewhere = index === 0 ? head.seen : new Set<string>()
    const onProgress = listeners[index]
    let isInside = true
    const onPage = ({ runs }: { readonly runs: ReadonlyArray<{ readonly createdAt: Date }> }): boolean => {
      isInside = runs.every(({ createdAt }) => isWithin(range, createdAt))
      return isInside
    }
    const failed = await readOn<F, C, S>(client, list, part, { signal, onProgress, elsewhere, onPage })
    if (failed !== undefined || !isInside) stop(failed)
  }
  const queue = ranges.entries()
  const worker = async (_: unknown, number: number): Promise<void> => {
    for (const [index, range] of queue) {
      await readRange(range, index)
      if (signal.aborted || (number > 0 && client.spare() < SHORT)) return
    }
  }
  const count = async (): Promise<void> => {
    for (let again = COUNTS; again > 0; again -= 1) {
      const answer = await countRanges(client, { path, query }, [before, ...ranges], signal)
      if (E.isLeft(answer)) return stop(answer.left)
      const [first = 0, ...others] = answer.right.counts
      counted = { before: first, ranges: others, total: answer.right.total }
      if (addsUp(counted)) return
    }
    stop()
  }
  await Promise.all([count(), ...Array.from({ length: Math.min(AT_ONCE, ranges.length) }, worker)])
  release()
  if (options.signal.aborted) return E.left(loadError({ _tag: 'Aborted' }))
  if (error !== undefined) return E.left(error)
  if (!isRefused && counted !== undefined && isWhole(head.gathered, parts, counted)) return E.right(parts)
  progress.forget(listeners)
  return E.right(undefined)
}
