import * as E from 'fp-ts/lib/Either.js'
import type { HeavyField } from '../../../types/RunHeavy.ts'
import type { RunWith } from '../../../types/RunWith.ts'
import type { Client } from '../../Client.ts'
import type { LoadError } from '../../LoadError.ts'
import type { RunsQuery } from '../../query.ts'
import { follow } from '../http/abort.ts'
import { addPart, type Gathered, gathering } from './gather.ts'
import type { RunsList } from './RunsList.ts'
import { creationOrder } from './ranges/creationOrder.ts'
import { readOn } from './readOn.ts'
import { sharedProgress } from './sharedProgress.ts'

/** Of fewer runs than these, the rest of a list is read as it began. */
const MANY = 5_000

/** The first pages tell little of how long the next will take. */
const PAGES_TO_KNOW = 3

/** For less waiting than these milliseconds it is not worth to find out where to cut a list. */
const MUCH_WAITING = 1_000

/** Most lists are not read in ranges, and need not bring the code for it. */
const ranges = () => import('./ranges/index.ts')

/**
 * Reads a list to its end, or as far as the query wants, one page after the other. Where it takes longer to wait for
 * pages than to read them, many runs are left and the list is in the order of creation, the rest is read in ranges of
 * the time line, several at once. What cannot be shown to be the whole rest in this way is read one page after the other.
 */
export const readList = async <F extends HeavyField, C, S>(
  client: Client,
  list: RunsList,
  query: Pick<RunsQuery, 'after' | 'signal' | 'onProgress'>,
): Promise<E.Either<LoadError, Gathered<RunWith<F, C, S>>>> => {
  const { controller, release } = follow(query.signal)
  const { signal } = controller
  const progress = sharedProgress(query.onProgress)
  const gathered = gathering<RunWith<F, C, S>>()
  const seen = new Set<string>()
  const order = creationOrder(list)
  const mayCut = order !== undefined && query.after === undefined && list.query.limit === Number.POSITIVE_INFINITY
  let waits = 0
  let moments: ReadonlyArray<Date> = []
  let isPlanned = list.query.rows.length > 0 || !mayCut

  const plan = async (): Promise<void> => {
    const last = gathered.runs.at(-1)?.createdAt
    if (last === undefined) return
    const { planRanges } = await ranges()
    const rest = order === 'ascending' ? { from: last, to: undefined } : { from: undefined, to: last }
    moments = await planRanges(client, list, rest, gathered.totalCount - gathered.accounted, signal)
  }
  const onPage = (): boolean => {
    // A place without a run has no identity by which it could be told from one of a range.
    const left = gathered.totalCount - gathered.accounted
    const isMuch = left >= MANY && (waits * left) / gathered.lastPage >= MUCH_WAITING && gathered.skipped.runs === 0
    if (!isPlanned && isMuch && gathered.pages >= PAGES_TO_KNOW) {
      isPlanned = true
      // Without a plan the list is read as it began.
      plan().catch(() => {})
    }
    return true
  }
  const onTimes = (waited: number, read: number): void => {
    waits = waited > read ? waited : 0
  }
  const options = { signal, seen, onTimes, onProgress: progress.listener(), isEnough: () => moments.length > 0 }

  try {
    const error = await readOn<F, C, S>(client, list, gathered, { ...options, after: query.after, onPage })
    if (error !== undefined) return E.left(error)
    const last = gathered.runs.at(-1)?.createdAt
    if (order === undefined || last === undefined || moments.length === 0 || gathered.last) return E.right(gathered)
    const { readRanges } = await ranges()
    const head = { order, gathered, last, seen }
    const parts = await readRanges<F, C, S>(client, list, head, moments, { signal, progress, gathering, readOn })
    if (E.isLeft(parts)) return parts
    if (parts.right !== undefined) {
      for (const part of parts.right) addPart(gathered, part)
      return E.right(gathered)
    }
    const rest = { signal, seen, onProgress: progress.listener(), after: gathered.cursor }
    const later = await readOn<F, C, S>(client, list, gathered, rest)
    return later === undefined ? E.right(gathered) : E.left(later)
  } finally {
    controller.abort()
    release()
  }
}
