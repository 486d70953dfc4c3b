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
  /** The runs that are not wanted again, by their storage ids; those that are read are added. */
  readonly seen?: Set<string>
  /** Runs that another list has: they are left out without a word. */
  readonly elsewhere?: ReadonlySet<string>
  /** Asked before a page is requested ahead, whether the pages that were requested are enough. */
  readonly isEnough?: () => boolean
  /** Told how long the answer with a page was waited for, and how long it took to read it, in milliseconds. */
  readonly onTimes?: (waited: number, read: number) => void
}

/** The pages of a list. The next one is requested before this one is read, unless the limit may be met by then. */
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
  let kept = 0
  let passed = 0
  let barren = 0
  let pending = requestPage(from, limit, true)
  try {
    for (let index = 0; ; index += 1) {
      const asked = client.now()
      const answer = await pending
      if (E.isLeft(answer)) return yield answer
      if (signal.aborted) return yield E.left(loadError({ _tag: 'Aborted' }))
      const came = client.now()
      const { next, nodes } = answer.right
      const roomAhead = limit - kept - nodes.length
      totalCount = answer.right.totalCount ?? totalCount
      const isStuck = next !== undefined && (next.cursor === undefined || cursors.has(next.cursor))
      const isAhead = next !== undefined && !isStuck && roomAhead > 0 && !isEnough()
      if (isAhead) pending = requestPage(next.cursor, roomAhead, false)

      const read = await readPage(answer.right, index, limit - kept)
      if (E.isLeft(read)) return yield read
      onTimes?.(came - asked, client.now() - came)
      const { runs, failures, duplicates, skipped, whole } = read.right
      const news = runs.length + failures.length + skipped.runs
      kept += runs.length
      passed += news
      for (const phase of ['artifactVersions', 'files'] as const) {
        held[phase] += heldHere[phase]
        heldHere[phase] = 0
      }
      barren = news > 0 ? 0 : barren + 1
      onProgress?.({ phase: 'runs', loaded: passed, total: Math.max(passed, Math.min(totalCount, limit)) })
      // Where a page has no cursor, going on behind the page before it leaves nothing out.
      const cursor = read.right.cursor ?? from
      const last = next === undefined && whole
      yield E.right(Object.freeze({ index, runs, failures, duplicates, skipped, totalCount, cursor, last }))

      if (last || kept >= limit || next === undefined) return
      if (isStuck || barren >= BARREN_PAGES)
        return yield E.left(
          loadError({ _tag: 'CursorStuck', cursor: next.cursor && client.redact(next.cursor), page: index }),
        )
      if (!isAhead && isEnough()) return
      if (!isAhead) pending = requestPage(next.cursor, limit - kept, false)
      if (next.cursor !== undefined) cursors.add(next.cursor)
      from = next.cursor
    }
  } finally {
    controller.abort()
    release()
  }
}
