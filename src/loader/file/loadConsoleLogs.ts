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
 * Which lines of a run's console to load: from the first on, from a cursor on, or the last ones.
 *
 * @category Files
 * @since 0.1.0
 */
export interface ConsoleLogsQuery extends ListQuery {
  /** The run's path in any spelling that {@link parseRunPath} reads, or a run record. */
  readonly run: RunQuery['run']
  /** Only so many of the last lines, in one request. It does not go with `after`, `limit` and `pageSize`. */
  readonly last?: number | undefined
}

const mistake = ({ last, after, limit, pageSize }: ConsoleLogsQuery): LoadError | undefined => {
  if (last === undefined) return undefined
  const refuse = (reason: string): LoadError => loadError({ _tag: 'InvalidQuery', field: 'last', reason })
  if (!isCount(last)) return refuse('must be a whole number from 1')
  return after !== undefined || limit !== undefined || pageSize !== undefined
    ? refuse('cannot go with after, limit or pageSize')
    : undefined
}

/** A server that does not know how to page forward would give other lines than those that were asked for. */
const explained = (error: LoadError): LoadError =>
  error._tag === 'GraphqlRefused' && error.errors.some(({ message }) => message.includes('useImprovedPagination'))
    ? loadError({
        _tag: 'Unsupported',
        feature: 'console logs from the first line on, which need release 0.77 or newer',
        advice: 'ask for the last lines with last, or download the file output.log',
      })
    : error

/**
 * Loads what a run wrote to its console, the oldest line first.
 *
 * A server may cut a page short, and keeps no more than some last lines for `last` (10,000 as of 2025): `complete` says
 * whether all that was asked for is there, and `totalCount` how many lines the log has. To follow a run that is still
 * writing, go on with `after: cursor`; the last lines have no cursor.
 *
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
    const wrong = mistake(query)
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
