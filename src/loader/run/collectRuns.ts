import * as E from 'fp-ts/lib/Either.js'
import { linkedController } from '../../client/abort.ts'
import type { Client } from '../../client/Client.ts'
import type { LoadError } from '../../client/LoadError.ts'
import type { HeavyField, RunWith } from '../../types/run/RunHeavy.ts'
import type { RunsList } from '../request/checkQuery.ts'
import type { RunsQuery } from '../request/query.ts'
import { addRuns, type CollectedRuns, collectPages, emptyCollectedRuns, sharedProgress } from './collectPages.ts'
import type { CreationOrder } from './readRanges.ts'

/** The minimum number of remaining runs for reading in ranges. */
const MANY = 5_000

/** The first pages do not predict how long the next will take. */
const WARMUP_PAGES = 3

/** The minimum expected wait for which planning ranges pays off, in milliseconds. */
const MIN_WAIT = 1_000

const creationOrder = ({ query }: RunsList): CreationOrder | undefined => {
  if (!/^[+-]created(_a|A)t$/.test(query.order)) return undefined
  return query.order.startsWith('-') ? 'descending' : 'ascending'
}

/**
 * Reads a list page by page, to its end or to the limit of the query. If waiting for pages takes longer than reading them,
 * many runs are left, and the list is ordered by creation time, the rest is read in ranges of creation time, several
 * concurrently. If that result cannot be verified as complete, the rest is read page by page.
 */
export const collectRuns = async <F extends HeavyField, C, S>(
  client: Client,
  list: RunsList,
  query: Pick<RunsQuery, 'after' | 'signal' | 'onProgress'>,
): Promise<E.Either<LoadError, CollectedRuns<RunWith<F, C, S>>>> => {
  const { controller, release } = linkedController(query.signal)
  const { signal } = controller
  const progress = sharedProgress(query.onProgress)
  const collected = emptyCollectedRuns<RunWith<F, C, S>>()
  const seen = new Set<string>()
  const order = creationOrder(list)
  const mayCut = order !== undefined && query.after === undefined && list.query.limit === Number.POSITIVE_INFINITY
  let waits = 0
  let cuts: ReadonlyArray<Date> = []
  let isPlanned = list.query.rows.length > 0 || !mayCut

  // Imported lazily, because most lists are not read in ranges.
  const plan = async (): Promise<void> => {
    const last = collected.items.at(-1)?.createdAt
    if (last === undefined) return
    const { planRanges } = await import('./ranges.ts')
    const rest = order === 'ascending' ? { from: last, to: undefined } : { from: undefined, to: last }
    cuts = await planRanges(client, list, rest, (collected.totalCount ?? 0) - collected.accounted, signal)
  }
  const onPage = (): boolean => {
    // A skipped entry has no id, so it cannot be matched with one in a range.
    const left = (collected.totalCount ?? 0) - collected.accounted
    const isWorthwhile = left >= MANY && (waits * left) / collected.lastPage >= MIN_WAIT && collected.skipped === 0
    if (!isPlanned && isWorthwhile && collected.pages >= WARMUP_PAGES) {
      isPlanned = true
      // Without a plan, the list is read page by page.
      plan().catch(() => {})
    }
    return true
  }
  const onTimes = (waited: number, read: number): void => {
    waits = waited > read ? waited : 0
  }
  const options = { signal, seen, onTimes, onProgress: progress.listener(), isEnough: () => cuts.length > 0 }

  try {
    const first = await collectPages<F, C, S>(client, list, { ...options, after: query.after, onPage }, collected)
    if (E.isLeft(first)) return first
    const last = collected.items.at(-1)?.createdAt
    if (order === undefined || last === undefined || cuts.length === 0 || collected.last) return E.right(collected)
    const { readRanges } = await import('./ranges.ts')
    const head = { order, collected, last, seen }
    const parts = await readRanges<F, C, S>(client, list, head, cuts, { signal, progress, readList: collectPages })
    if (E.isLeft(parts)) return parts
    if (parts.right !== undefined) {
      for (const part of parts.right) addRuns(collected, part)
      // A cursor within a range is none of the list.
      collected.cursor = undefined
      return E.right(collected)
    }
    const rest = { signal, seen, onProgress: progress.listener(), after: collected.cursor }
    return await collectPages<F, C, S>(client, list, rest, collected)
  } finally {
    controller.abort()
    release()
  }
}
