import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../../client/Client.ts'
import type { Progress } from '../../client/graphql/loadList.ts'
import type { LoadError } from '../../client/LoadError.ts'
import type { HeavyField, RunWith } from '../../types/run/RunHeavy.ts'
import type { DecodeFailure } from '../../types/wire/DecodeFailure.ts'
import type { RunsList } from '../request/checkQuery.ts'
import type { RunsQuery } from '../request/query.ts'
import { type PaginateOptions, paginateRuns } from './listPages.ts'
import type { RunsPage, Skipped } from './RunsPage.ts'

/** The runs of a list that were read so far. */
export interface CollectedRuns<R> {
  readonly runs: Array<R>
  readonly failures: Array<DecodeFailure>
  duplicates: number
  skipped: Skipped
  /** The number of runs accounted for: as runs, failures or skipped entries. */
  accounted: number
  /** The number of pages. */
  pages: number
  /** The number of runs on the last page. */
  lastPage: number
  /** The number of runs in the list, as reported by the server. */
  totalCount: number
  /** The cursor to continue after. */
  cursor: string | undefined
  /** Whether the end of the list was reached. */
  last: boolean
}

export const emptyCollectedRuns = <R>(): CollectedRuns<R> => ({
  runs: [],
  failures: [],
  duplicates: 0,
  skipped: { runs: 0, artifactVersions: 0, files: 0 },
  accounted: 0,
  pages: 0,
  lastPage: 0,
  totalCount: 0,
  cursor: undefined,
  last: false,
})

/** One page, or several consecutive pages. */
type CollectedPart<R> = Pick<RunsPage<R>, 'runs' | 'failures' | 'duplicates' | 'skipped' | 'last'> & {
  /** The number of pages; 1 by default. */
  readonly pages?: number
}

/** Appends a part. Its page numbers continue from the pages that were there before it. */
export const addCollectedPart = <R>(
  gathered: CollectedRuns<R>,
  part: CollectedPart<R>,
  pagesBefore: number = gathered.pages,
): void => {
  for (const run of part.runs) gathered.runs.push(run)
  for (const failure of part.failures)
    gathered.failures.push(Object.freeze({ ...failure, page: (failure.page ?? 0) + pagesBefore }))
  gathered.duplicates += part.duplicates
  gathered.skipped = {
    runs: gathered.skipped.runs + part.skipped.runs,
    artifactVersions: gathered.skipped.artifactVersions + part.skipped.artifactVersions,
    files: gathered.skipped.files + part.skipped.files,
  }
  gathered.lastPage = part.runs.length + part.failures.length + part.skipped.runs
  gathered.accounted += gathered.lastPage
  gathered.pages += part.pages ?? 1
  gathered.last = part.last
}

type Listener = NonNullable<RunsQuery['onProgress']>

/** Combines the progress of several lists that are parts of one load. */
export interface SharedProgress {
  /** Creates the listener for one list. */
  readonly listener: () => Listener
  /** Discards the progress of lists that were read in vain. */
  readonly forget: (listeners: ReadonlyArray<Listener>) => void
}

/** The combined progress never decreases, and its total is that of the first list. */
export const sharedProgress = (onProgress: Listener | undefined): SharedProgress => {
  const lists = new Map<Listener, Partial<Record<Progress['phase'], number>>>()
  const reported: Partial<Record<Progress['phase'], number>> = {}
  let total = 0
  return {
    listener: () => {
      const isFirst = lists.size === 0
      const own: Partial<Record<Progress['phase'], number>> = {}
      const listener: Listener = ({ phase, loaded, total: itsTotal }) => {
        own[phase] = loaded
        const sum = [...lists.values()].reduce((all, one) => all + (one[phase] ?? 0), 0)
        const now = Math.max(sum, reported[phase] ?? 0)
        reported[phase] = now
        if (phase === 'runs' && isFirst) total = itsTotal ?? total
        onProgress?.({ phase, loaded: now, total: phase === 'runs' ? Math.max(now, total) : itsTotal })
      }
      lists.set(listener, own)
      return listener
    },
    forget: (listeners) => {
      for (const listener of listeners) lists.delete(listener)
    },
  }
}

interface CollectPagesOptions<R> extends PaginateOptions {
  /** Called after a page was added; stops reading if it returns `false`. */
  readonly onPage?: (page: RunsPage<R>) => boolean
}

/** Appends the remaining pages of a list to the runs that were read so far; returns the error, if any. */
export const collectPages = async <F extends HeavyField, C, S>(
  client: Client,
  list: RunsList,
  gathered: CollectedRuns<RunWith<F, C, S>>,
  { onPage = () => true, ...options }: CollectPagesOptions<RunWith<F, C, S>>,
): Promise<LoadError | undefined> => {
  const pagesBefore = gathered.pages
  for await (const page of paginateRuns<F, C, S>(client, list, options)) {
    if (E.isLeft(page)) return page.left
    addCollectedPart(gathered, page.right, pagesBefore)
    gathered.cursor = page.right.cursor
    if (pagesBefore === 0) gathered.totalCount = page.right.totalCount
    if (!onPage(page.right)) return undefined
  }
  return undefined
}
