import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { invalidOption } from '../../client/errors.ts'
import { readConnectionPage } from '../../client/graphql/connection.ts'
import { findRun, type ResolvedRunPath } from '../../client/graphql/inProject.ts'
import { type Listed, type ListQuery, listOptions, loadList } from '../../client/graphql/loadList.ts'
import { request } from '../../client/graphql/request.ts'
import { readSinglePage } from '../../client/graphql/singlePage.ts'
import { type LoadError, loadError } from '../../client/LoadError.ts'
import { positiveInteger } from '../../client/optionChecks.ts'
import { type QueryShape, queryTask } from '../../client/queryTask.ts'
import type { GraphqlData } from '../../client/readReply.ts'
import { fail, task, unwrap } from '../../client/task.ts'
import { ConsoleLine } from '../../types/file/ConsoleLine.ts'
import { decodeNode } from '../../types/wire/DecodeFailure.ts'
import { isObject } from '../../types/wire/own.ts'
import { type RunReference, resolveRun } from '../paths/resolve.ts'
import { byProjectAndId } from '../request/references.ts'
import { consolePageDocument, consoleTailDocument } from './documents.ts'

const numberOf = (edge: unknown): number | undefined => {
  const node = isObject(edge) ? edge['node'] : undefined
  const number = isObject(node) ? node['number'] : undefined
  return typeof number === 'number' ? number : undefined
}

/**
 * Corrects whether a page of console lines is the last. A server truncates a page of too many bytes, and may then report it
 * as the last although the line numbers show that more follow.
 */
const correctedConsolePage = (run: GraphqlData): unknown => {
  const connection = run['logLines']
  const page = readConnectionPage(connection)
  if (!isObject(connection) || page === undefined) return connection
  const last = numberOf(page.edges.at(-1))
  const count = run['logLineCount']
  const isCut = last !== undefined && typeof count === 'number' && last + 1 < count
  const hasNextPage = page.cursor !== undefined && (page.next !== undefined || isCut)
  return { ...connection, pageInfo: { hasNextPage, endCursor: page.cursor ?? null } }
}

/** Loads the last lines of the console logs in one request. The server limits their number. */
const loadConsoleTail = (
  client: Client,
  path: ResolvedRunPath,
  last: number,
  { signal, onProgress }: Pick<ListQuery, 'signal' | 'onProgress'>,
): TaskEither<LoadError, Listed<ConsoleLine>> =>
  task(async function* () {
    const data = yield* unwrap(request(client, consoleTailDocument, { ...path, last }, { signal }))
    const run = yield* unwrap(findRun(client, path, data))
    const listed = yield* unwrap(readSinglePage(consoleTailDocument, run['logLines'], decodeNode(ConsoleLine)))
    const { items, failures, skipped } = listed
    const count = run['logLineCount']
    const totalCount = typeof count === 'number' ? count : undefined
    const passed = items.length + failures.length + skipped
    onProgress?.({ phase: 'consoleLines', loaded: passed, total: totalCount })
    // Without a count, fewer lines than requested may be the whole log or the limit of the server.
    const wanted = Math.min(last, totalCount ?? (passed === 0 ? 0 : last))
    return { ...listed, totalCount, complete: passed >= wanted }
  })

/**
 * The options of {@link loadConsoleLogs}: from the first line, after a cursor, or only the last lines.
 *
 * @category Files
 * @since 0.1.0
 */
export interface ConsoleLogsQuery extends ListQuery {
  /** The run's path in any format that {@link parseRunPath} accepts, or a run record. */
  readonly run: RunReference
  /** The number of last lines to load, in one request. It cannot be combined with `after`, `limit` or `pageSize`. */
  readonly last?: number | undefined
}

export const consoleLogsShape: QueryShape<ConsoleLogsQuery> = {
  subject: 'run',
  options: { run: true, last: positiveInteger, ...listOptions },
  reference: byProjectAndId,
}

const queryError = ({ last, after, limit, pageSize }: ConsoleLogsQuery): LoadError | undefined =>
  last !== undefined && (after !== undefined || limit !== undefined || pageSize !== undefined)
    ? invalidOption('last', 'cannot be combined with after, limit or pageSize')
    : undefined

/** A server without forward paging would return other lines than requested. */
const explained = (error: LoadError): LoadError =>
  error._tag === 'GraphqlRefused' && error.errors.some(({ message }) => message.includes('useImprovedPagination'))
    ? loadError({
        _tag: 'Unsupported',
        feature: 'reading console logs from the first line, which requires server 0.77 or newer',
        advice: 'pass last to load the last lines, or download the file output.log',
      })
    : error

/**
 * Loads the console logs of a run, the oldest line first.
 *
 * A server may truncate a page, and limits `last` (to 10,000 lines as of 2025): `complete` says whether all requested lines
 * were loaded, and `totalCount` is the number of lines in the log. To follow an active run, continue with `after: cursor`;
 * with `last` there is no cursor.
 *
 * @param query - The run, and which lines to load.
 * @returns A function from a client to the lines.
 * @example
 * ```ts no-run
 * import { loadConsoleLogs, makeClient, orThrow } from 'wandb-run-ops/loader'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const { items } = await orThrow(loadConsoleLogs({ run: 'team/vision/a1b2c3d4', last: 20 })(client))
 *
 * for (const { number, content } of items) console.log(number, content)
 * ```
 * @category Files
 * @since 0.1.0
 */
export const loadConsoleLogs =
  (query: RunReference | ConsoleLogsQuery) =>
  (client: Client): TaskEither<LoadError, Listed<ConsoleLine>> =>
    queryTask(client, consoleLogsShape, query, async function* (query: ConsoleLogsQuery) {
      const wrong = queryError(query)
      if (wrong !== undefined) return yield* fail(wrong)
      const path = yield* unwrap(resolveRun(client, query.run, query.signal))
      if (query.last !== undefined) return yield* unwrap(loadConsoleTail(client, path, query.last, query))
      const listed = await loadList(client, query, {
        document: consolePageDocument,
        variables: { ...path },
        connection: (data) => E.map(correctedConsolePage)(findRun(client, path, data)),
        total: (data) => E.toUnion(E.map((run: GraphqlData) => run['logLineCount'])(findRun(client, path, data))),
        decode: decodeNode(ConsoleLine),
        identity: (node) => (isObject(node) ? (node['number'] ?? undefined) : undefined),
        phase: 'consoleLines',
        pageSize: 1000,
      })
      return yield* unwrap(E.mapLeft(explained)(listed))
    })
