import * as E from 'fp-ts/lib/Either.js'
import { linkedController } from '../../client/abort.ts'
import type { Client } from '../../client/Client.ts'
import { MAX_EMPTY_PAGES } from '../../client/graphql/connection.ts'
import { type LoadError, loadError } from '../../client/LoadError.ts'
import type { HeavyField, RunWith } from '../../types/run/RunHeavy.ts'
import { resolveProject } from '../paths/resolve.ts'
import { checkQuery, type RunsList } from '../request/checkQuery.ts'
import type { RunsQuery } from '../request/query.ts'
import { runsPageRequester } from '../request/requestRuns.ts'
import type { ConnectionKind } from './connections.ts'
import type { RunsPage } from './RunsPage.ts'
import { pageDecoder } from './readPage.ts'

/** Checks a query and resolves its project. */
export const resolveRunsList = async <F extends HeavyField, C, S>(
  client: Client,
  query: RunsQuery<F, C, S>,
): Promise<E.Either<LoadError, RunsList>> => {
  const checked = await checkQuery(query)
  if (E.isLeft(checked)) return checked
  const path = await resolveProject(client, query.project, query.signal)
  return E.isLeft(path) ? path : E.right({ path: path.right, query: checked.right })
}

export interface PaginateOptions extends Pick<RunsQuery, 'after' | 'signal' | 'onProgress'> {
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
export async function* paginateRuns<F extends HeavyField, C, S>(
  client: Client,
  { path, query }: RunsList,
  { after, onProgress, seen = new Set(), elsewhere, isEnough = () => false, onTimes, ...options }: PaginateOptions,
): AsyncGenerator<E.Either<LoadError, RunsPage<RunWith<F, C, S>>>, void, undefined> {
  const { limit } = query
  const { controller, release } = linkedController(options.signal)
  const { signal } = controller
  const held = { artifactVersions: 0, files: 0 }
  const heldHere = { artifactVersions: 0, files: 0 }
  const onHeld = (phase: ConnectionKind, loaded: number): void => {
    heldHere[phase] = loaded
    onProgress?.({ phase, loaded: held[phase] + loaded, total: undefined })
  }
  const requestPage = runsPageRequester(client, path, query, signal)
  const readPage = pageDecoder<F, C, S>(client, path, query, { signal, onHeld, seen, elsewhere })
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
      if (isStuck || emptyPages >= MAX_EMPTY_PAGES)
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
