import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../../client/Client.ts'
import { type Collected, collect, emptyCollected } from '../../client/graphql/collect.ts'
import type { Progress } from '../../client/graphql/loadList.ts'
import type { Page } from '../../client/graphql/paginate.ts'
import type { LoadError } from '../../client/LoadError.ts'
import type { HeavyField, RunWith } from '../../types/run/RunHeavy.ts'
import type { RunsList } from '../request/checkQuery.ts'
import type { RunsQuery } from '../request/query.ts'
import type { ConnectionCounts } from './connections.ts'
import type { DecodedRuns } from './decodePage.ts'
import { type PaginateRunsOptions, paginateRuns } from './paginateRuns.ts'

/** What was read so far of a list of runs. */
export interface CollectedRuns<R> extends Collected<R> {
  /** The number of entries without a record in the connections of the runs. */
  skippedInside: ConnectionCounts
}

export const emptyCollectedRuns = <R>(): CollectedRuns<R> => ({
  ...emptyCollected(),
  skippedInside: { artifactVersions: 0, files: 0 },
})

/** Appends a page, or what was collected of several consecutive pages. */
export const addRuns = <R>(
  collected: CollectedRuns<R>,
  part: CollectedRuns<R> | Page<DecodedRuns<R>>,
  pagesBefore: number = collected.pages,
): void => {
  collect(collected, part, pagesBefore)
  const { artifactVersions, files } = collected.skippedInside
  collected.skippedInside = {
    artifactVersions: artifactVersions + part.skippedInside.artifactVersions,
    files: files + part.skippedInside.files,
  }
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

interface CollectPagesOptions<R> extends PaginateRunsOptions {
  /** Called after a page was added; stops reading if it returns `false`. */
  readonly onPage?: (page: DecodedRuns<R>) => boolean
}

/** Reads the pages of a list, and appends them to the runs that were read so far. */
export const collectPages = async <F extends HeavyField, C, S>(
  client: Client,
  list: RunsList,
  { onPage = () => true, ...options }: CollectPagesOptions<RunWith<F, C, S>>,
  collected: CollectedRuns<RunWith<F, C, S>> = emptyCollectedRuns(),
): Promise<E.Either<LoadError, CollectedRuns<RunWith<F, C, S>>>> => {
  const pagesBefore = collected.pages
  for await (const page of paginateRuns<F, C, S>(client, list, options)) {
    if (E.isLeft(page)) return page
    addRuns(collected, page.right, pagesBefore)
    collected.cursor = page.right.cursor
    if (pagesBefore === 0) collected.totalCount = page.right.totalCount
    if (!onPage(page.right)) break
  }
  return E.right(collected)
}
