import * as E from 'fp-ts/lib/Either.js'
import type { HeavyField } from '../../../types/RunHeavy.ts'
import type { RunWith } from '../../../types/RunWith.ts'
import type { Client } from '../../Client.ts'
import { type LoadError, loadError } from '../../LoadError.ts'
import type { RunsQuery } from '../../query.ts'
import type { RunsPage } from '../../run/RunsPage.ts'
import { follow } from '../http/abort.ts'
import { BARREN_PAGES } from '../paging/barrenPages.ts'
import type { Held } from './artifacts.ts'
import type { RunsList } from './RunsList.ts'
import { pageReader } from './readPage.ts'
import { runsRequester } from './requestRuns.ts'

export interface ListOptions extends Pick<RunsQuery, 'after' | 'signal' | 'onProgress'> {
  /** The storage ids of runs to skip as duplicates; the runs that are read are added. */
  readonly seen?: Set<string>
  /** The storage ids of runs that another list reads: they are skipped and not counted. */
  readonly elsewhere?: ReadonlySet<string>
  /** Returns whether the requested pages are enough; called before a page is prefetched. */
  readonly isEnough?: () => boolean
  /** Called with the time spent waiting for a page and the time spent reading it, in milliseconds. */
  readonly onTimes?: (waited: number, read: number) => void
}

/** Loads the pages of a list. The next page is requested before this one is read, unless this one may reach the limit. */
export async function* listPages<F extends HeavyField, C, S>(
  client: Client,
  { path, query }: RunsList,
  { after, onProgress, seen = new Set(), elsewhere, isEnough = () => false, onTimes, ...options }: ListOptions,
): AsyncGenerator<E.Either<LoadError, RunsPage<RunWith<F, C, S>>>, void, undefined> {
  const { limit } = query
  const { controller, release } = follow(options.signal)
  const { signal } = controller
  const held = { artifactVersions: 0, files: 0 }
  const heldHere = { artifactVersions: 0, files: 0 }
  const onHeld = (phase: Held, loaded: number): void => {
    heldHere[phase] = loaded
    onProgress?.({ phase, loaded: held[phase] + loaded, total: undefined })
  }
  const requestPage = runsRequester(client, path, query, signal)
  const readPage = pageReader<F, C, S>(client, path, query, { signal, onHeld, seen, elsewhere })
  const cursors = new Set(after === undefined ? [] : [after])
  let from = after
  let totalCount = 0
  let loadedRuns = 0
  let passed = 0
  let emptyPages = 0
  let pending = requestPage(from, limit, true)
  try {
    for (let index = 0; ; index += 1) {
      const asked = client.now()
      const answer = await pending
      if (E.isLeft(answer)) return yield answer
      if (signal.aborted) return yield E.left(loadError({ _tag: 'Aborted' }))
      const came = client.now()
      const { next, nodes } = answer.right
      const roomAhead = limit - loadedRuns - nodes.length
      totalCount = answer.right.totalCount ?? totalCount
      const isStuck = next !== undefined && (next.cursor === undefined || cursors.has(next.cursor))
      const isAhead = next !== undefined && !isStuck && roomAhead > 0 && !isEnough()
      if (isAhead) pending = requestPage(next.cursor, roomAhead, false)

      const read = await readPage(answer.right, index, limit - loadedRuns)
      if (E.isLeft(read)) return yield read
      onTimes?.(came - asked, client.now() - came)
      const { runs, failures, duplicates, skipped, whole } = read.right
      const fresh = runs.length + failures.length + skipped.runs
      loadedRuns += runs.length
      passed += fresh
      for (const phase of ['artifactVersions', 'files'] as const) {
        held[phase] += heldHere[phase]
        heldHere[phase] = 0
      }
      emptyPages = fresh > 0 ? 0 : emptyPages + 1
      onProgress?.({ phase: 'runs', loaded: passed, total: Math.max(passed, Math.min(totalCount, limit)) })
      // If a page has no cursor, continuing after the previous page misses nothing.
      const cursor = read.right.cursor ?? from
      const last = next === undefined && whole
      yield E.right(Object.freeze({ index, runs, failures, duplicates, skipped, totalCount, cursor, last }))

      if (last || loadedRuns >= limit || next === undefined) return
      if (isStuck || emptyPages >= BARREN_PAGES)
        return yield E.left(
          loadError({ _tag: 'CursorStuck', cursor: next.cursor && client.redact(next.cursor), page: index }),
        )
      if (!isAhead && isEnough()) return
      if (!isAhead) pending = requestPage(next.cursor, limit - loadedRuns, false)
      if (next.cursor !== undefined) cursors.add(next.cursor)
      from = next.cursor
    }
  } finally {
    controller.abort()
    release()
  }
}
