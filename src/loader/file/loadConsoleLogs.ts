import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { ConsoleLine } from '../../types/ConsoleLine.ts'
import { isObject } from '../../types/codec/isObject.ts'
import { decodeNode } from '../../types/decodeNode.ts'
import type { Client } from '../Client.ts'
import { loadList } from '../internal/paging/loadList.ts'
import { resolveRun } from '../internal/paths/resolveRun.ts'
import { isCount } from '../internal/run/checkQuery.ts'
import { type LoadError, loadError } from '../LoadError.ts'
import type { Listed, ListQuery } from '../list.ts'
import type { RunQuery } from '../query.ts'
import { consolePage } from './internal/consolePage.ts'
import { consolePageDocument } from './internal/documents.ts'
import { loadTail } from './internal/loadTail.ts'
import { runOf } from './internal/runOf.ts'

/**
 * The options of {@link loadConsoleLogs}: from the first line, after a cursor, or only the last lines.
 *
 * @category Files
 * @since 0.1.0
 */
export interface ConsoleLogsQuery extends ListQuery {
  /** The run's path in any format that {@link parseRunPath} accepts, or a run record. */
  readonly run: RunQuery['run']
  /** The number of last lines to load, in one request. It cannot be combined with `after`, `limit` or `pageSize`. */
  readonly last?: number | undefined
}

const queryError = ({ last, after, limit, pageSize }: ConsoleLogsQuery): LoadError | undefined => {
  if (last === undefined) return undefined
  const invalid = (reason: string): LoadError => loadError({ _tag: 'InvalidQuery', field: 'last', reason })
  if (!isCount(last)) return invalid('must be a positive integer')
  return after !== undefined || limit !== undefined || pageSize !== undefined
    ? invalid('cannot be combined with after, limit or pageSize')
    : undefined
}

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
  (query: ConsoleLogsQuery) =>
  (client: Client): TaskEither<LoadError, Listed<ConsoleLine>> =>
  async () => {
    const wrong = queryError(query)
    if (wrong !== undefined) return E.left(wrong)
    const path = await resolveRun(client, query.run, query.signal)
    if (E.isLeft(path)) return path
    if (query.last !== undefined) return loadTail(client, path.right, query.last, query)
    const listed = await loadList(client, query, {
      operationName: 'RunConsoleLogPage',
      document: consolePageDocument,
      variables: { ...path.right },
      connection: (data) => E.map(consolePage)(runOf(client, path.right, data)),
      total: (data) => {
        const run = runOf(client, path.right, data)
        return E.isRight(run) ? run.right['logLineCount'] : undefined
      },
      decode: decodeNode(ConsoleLine),
      identity: (node) => (isObject(node) ? (node['number'] ?? undefined) : undefined),
      phase: 'consoleLines',
      pageSize: 1000,
    })
    return E.mapLeft(explained)(listed)
  }
