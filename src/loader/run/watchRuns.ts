import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../../client/Client.ts'
import { type DecodedPage, decodeNodes } from '../../client/graphql/decodeNodes.ts'
import { collectList, type Listed } from '../../client/graphql/loadList.ts'
import { type PageSource, paginate } from '../../client/graphql/paginate.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { oneOf } from '../../client/optionChecks.ts'
import { type QueryShape, readOptions, redactGiven } from '../../client/queryTask.ts'
import type { RunLight } from '../../types/run/RunLight.ts'
import { toDecodeFailure } from '../../types/wire/DecodeFailure.ts'
import { isObject } from '../../types/wire/own.ts'
import type { RunsList } from '../request/checkQuery.ts'
import type { RunsQuery } from '../request/query.ts'
import { byEntityAndName, type ProjectReference } from '../request/references.ts'
import { type RawRunsPage, runsRequester } from '../request/requestRuns.ts'
import { runsPageDocument } from '../request/selection.ts'
import { loadRuns } from './loadRuns.ts'
import { resolveRunsList } from './paginateRuns.ts'
import { isEnded, pollOptions, pollPace, uncached } from './polling.ts'
import { compareRuns, type RunChange } from './RunChange.ts'

/**
 * The options of {@link watchRuns}.
 *
 * @category Loading
 * @since 0.2.0
 */
export interface WatchQuery extends Pick<RunsQuery, 'project' | 'filters'> {
  /** The time between two looks at the list, in milliseconds; 5,000 by default. */
  readonly every?: number | undefined
  /**
   * With `'aborted'`, it goes on until the signal aborts. By default, `'ended'`, until there were runs and all of them have
   * ended.
   */
  readonly until?: 'ended' | 'aborted' | undefined
  /** Aborts the watch. */
  readonly signal?: AbortSignal | undefined
}

export const watchShape: QueryShape<WatchQuery> = {
  subject: 'project',
  options: { project: true, filters: true, until: oneOf('ended', 'aborted'), ...pollOptions },
  reference: byEntityAndName,
}

/** What shows whether a run changed. */
interface RunMark {
  readonly storageId: string
  readonly id: string
  readonly state: string | undefined
  readonly mark: string
}

const marksDocument = runsPageDocument('RunMarks', {}, 'id name state heartbeatAt updatedAt', {
  count: true,
  cursors: true,
})

const readMark = (node: unknown) => {
  const { id, name, state, heartbeatAt, updatedAt } = isObject(node) ? node : {}
  if (typeof id !== 'string' || typeof name !== 'string') return E.left(toDecodeFailure([], name))
  const mark = JSON.stringify([state, heartbeatAt, updatedAt])
  return E.right<never, RunMark>({
    storageId: id,
    id: name,
    state: typeof state === 'string' ? state : undefined,
    mark,
  })
}

/** Lists the marks of all runs, which takes a request for every thousand of them. */
const loadMarks = (
  client: Client,
  { path, query }: RunsList,
  signal: AbortSignal | undefined,
): Promise<E.Either<LoadError, Listed<RunMark>>> => {
  const request = runsRequester(
    client,
    { path, filters: query.filters, order: query.order },
    { document: marksDocument, variables: {}, pageSizes: { first: 1000, most: 1000 } },
  )
  const seen = new Set<unknown>()
  const source: PageSource<RawRunsPage, DecodedPage<RunMark>> = {
    request,
    decode: (raw, at) => E.right(decodeNodes(raw.nodes, at, { decode: readMark, seen })),
  }
  return collectList(paginate(client, source, { signal }), {}, 'runs')
}

/** How many runs one request for the changed ones names. */
const RUNS_AT_ONCE = 200

/** What is known of the runs of a list. */
interface Watched {
  readonly mark: string
  /** The run; `undefined` if it could not be read. */
  readonly run: RunLight | undefined
}

type Look = { readonly changes: ReadonlyArray<RunChange>; readonly isOver: boolean }

/** Looks at a list, and updates what is known of it once everything was loaded. */
const lookAt = async (
  client: Client,
  list: RunsList,
  known: Map<string, Watched>,
  signal: AbortSignal | undefined,
): Promise<E.Either<LoadError, Look>> => {
  const marks = await loadMarks(client, list, signal)
  if (E.isLeft(marks)) return marks
  const { items, complete } = marks.right
  const changed = items.filter(({ storageId, mark }) => known.get(storageId)?.mark !== mark)
  const loaded = new Map<string, RunLight>()
  const changes: Array<RunChange> = []
  for (let from = 0; from < changed.length; from += RUNS_AT_ONCE) {
    const ids = changed.slice(from, from + RUNS_AT_ONCE).map(({ id }) => id)
    const project = `${list.path.entity}/${list.path.project}`
    const runs = await loadRuns({ project, filters: { name: { $in: ids } }, fields: [], signal })(client)()
    if (E.isLeft(runs)) return runs
    for (const run of runs.right.runs) loaded.set(run.storageId, run)
    for (const failure of runs.right.failures) changes.push({ _tag: 'Unreadable', failure })
  }
  for (const { storageId, mark } of changed) {
    const run = loaded.get(storageId)
    const before = known.get(storageId)?.run
    if (run !== undefined) changes.push(before === undefined ? { _tag: 'Added', run } : compareRuns(before, run))
    known.set(storageId, { mark, run: run ?? before })
  }
  // A list that changed while it was read may lack runs that are still there.
  const listed = new Set(complete ? items.map(({ storageId }) => storageId) : known.keys())
  for (const [storageId, { run }] of known) {
    if (listed.has(storageId)) continue
    known.delete(storageId)
    if (run !== undefined) changes.push({ _tag: 'Gone', run })
  }
  return E.right({ changes, isOver: complete && items.every(({ state }) => isEnded(state)) })
}

/** Looks at a list again and again. */
async function* changesOf(
  client: Client,
  given: unknown,
): AsyncGenerator<E.Either<LoadError, RunChange>, void, undefined> {
  const query = await readOptions<WatchQuery>(watchShape, given)
  if (E.isLeft(query)) return yield E.left(redactGiven(client, query.left))
  const { project, filters, every, until = 'ended', signal } = query.right
  const list = await resolveRunsList(client, { project, filters, fields: [], signal })()
  if (E.isLeft(list)) return yield E.left(redactGiven(client, list.left))
  const live = uncached(client)
  const pace = pollPace(client, every, signal)
  const known = new Map<string, Watched>()
  let hadRuns = false
  for (;;) {
    const look = await lookAt(live, list.right, known, signal)
    if (E.isRight(look)) {
      for (const change of look.right.changes) yield E.right(change)
      hadRuns ||= known.size > 0
      if (until === 'ended' && hadRuns && look.right.isOver) return
    }
    const over = await pace.next(E.isLeft(look) ? look.left : undefined)
    if (over !== undefined) return yield E.left(over)
  }
}

/**
 * Watches the runs of a project: first every run is `Added`, then each change comes as it is seen. By default it ends when
 * all runs have ended, in whatever state.
 *
 * Each look asks for the state and the times of the runs alone, and for the light fields of those that changed. A look that
 * fails is a late one; the watch ends with the error after ten failures in a row, or if no other try can help. Leaving the
 * loop ends the watch. A response cache is passed by.
 *
 * @param query - The project's path, its record, or a query.
 * @returns A function from a client to the changes: `Right` with a change, or `Left` with the error that ends the iteration.
 * @example
 * ```ts no-run
 * import * as E from 'fp-ts/lib/Either.js'
 * import { makeClient, watchRuns } from 'wandb-run-ops/loader'
 * import { runName, runState } from 'wandb-run-ops/ops'
 *
 * const client = makeClient({ apiKey: 'your key' })
 *
 * for await (const change of watchRuns({ project: 'team/vision', filters: { group: 'night' } })(client)) {
 *   if (E.isLeft(change)) throw new Error(change.left.message)
 *   if (change.right._tag === 'Changed') console.log(runName(change.right.run), change.right.fields, runState(change.right.run))
 * }
 * ```
 * @category Loading
 * @since 0.2.0
 */
export const watchRuns =
  (query: ProjectReference | WatchQuery = {}) =>
  (client: Client): AsyncIterable<E.Either<LoadError, RunChange>> => ({
    [Symbol.asyncIterator]: () => changesOf(client, query),
  })
