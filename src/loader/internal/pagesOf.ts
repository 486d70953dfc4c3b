import * as E from 'fp-ts/lib/Either.js'
import type { NodeField } from '../../types/RunHeavy.ts'
import type { RunWith } from '../../types/RunWith.ts'
import type { Client } from '../Client.ts'
import { type LoadError, loadError } from '../LoadError.ts'
import type { RunsQuery } from '../query.ts'
import type { RunsPage } from '../runPages.ts'
import { follow } from './abort.ts'
import { checkQuery } from './checkQuery.ts'
import { pageReader } from './readPage.ts'
import { runsRequester } from './requestRuns.ts'
import { resolveProject } from './resolve.ts'

/** The pages of a query. The next one is requested before this one is read, unless the limit may be met by then. */
export async function* pagesOf<F extends NodeField, C, S>(
  client: Client,
  query: RunsQuery<F, C, S>,
): AsyncGenerator<E.Either<LoadError, RunsPage<RunWith<F, C, S>>>, void, undefined> {
  const checked = checkQuery(query)
  if (E.isLeft(checked)) return yield checked
  const path = await resolveProject(client, query.project, query.signal)
  if (E.isLeft(path)) return yield path

  const { limit } = checked.right
  const { controller, release } = follow(query.signal)
  const { signal } = controller
  const onArtifactVersions = (loaded: number): void =>
    query.onProgress?.({ phase: 'artifactVersions', loaded, total: undefined })
  const requestPage = runsRequester(client, path.right, checked.right, signal)
  const readPage = pageReader<F, C, S>(client, path.right, checked.right, { signal, onArtifactVersions })
  const cursors = new Set(query.after === undefined ? [] : [query.after])
  let totalCount = 0
  let kept = 0
  let passed = 0
  let pending = requestPage(query.after, limit, true)
  try {
    for (let index = 0; ; index += 1) {
      const answer = await pending
      if (E.isLeft(answer)) return yield answer
      const { edges, next } = answer.right
      totalCount = answer.right.totalCount ?? totalCount
      const isStuck = next !== undefined && (next.cursor === undefined || cursors.has(next.cursor))
      const roomAhead = limit - kept - edges.length
      const isAhead = next !== undefined && !isStuck && roomAhead > 0
      if (isAhead) pending = requestPage(next.cursor, roomAhead, false)

      const read = await readPage(answer.right, index, limit - kept)
      if (E.isLeft(read)) return yield read
      const { runs, failures, duplicates, skipped, cursor, whole } = read.right
      kept += runs.length
      passed += runs.length + failures.length + skipped.runs
      query.onProgress?.({ phase: 'runs', loaded: passed, total: Math.max(passed, Math.min(totalCount, limit)) })
      const last = next === undefined && whole
      yield E.right(Object.freeze({ index, runs, failures, duplicates, skipped, totalCount, cursor, last }))

      if (last || kept >= limit || next === undefined) return
      if (isStuck) return yield E.left(loadError({ _tag: 'CursorStuck', cursor: next.cursor, page: index }))
      if (!isAhead) pending = requestPage(next.cursor, limit - kept, false)
      if (next.cursor !== undefined) cursors.add(next.cursor)
    }
  } finally {
    controller.abort()
    release()
  }
}
