import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import type { DecodedPage } from '../../client/graphql/decodeNodes.ts'
import { collectList } from '../../client/graphql/loadList.ts'
import { type PageSource, paginate } from '../../client/graphql/paginate.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { queryTask } from '../../client/queryTask.ts'
import { unwrap } from '../../client/task.ts'
import { type HistoriesTableBuilder, historiesTableBuilder } from '../../history/table/historiesTable.ts'
import { makeRunTable, type RunTable } from '../../query/RunTable.ts'
import type { DecodeFailure } from '../../types/wire/DecodeFailure.ts'
import type { HistoriesSource } from '../history/historiesPage.ts'
import { resolveHistories } from '../history/loadHistories.ts'
import { type HistoriesQuery, historiesShape } from '../history/query.ts'
import type { RunHistory } from '../history/RunHistory.ts'
import type { ProjectReference } from '../request/references.ts'

/**
 * The options of `loadHistoriesTable`: those of `loadHistories`.
 *
 * @typeParam K - The metrics.
 * @category Tables
 * @since 0.2.0
 */
export interface HistoriesTableQuery<K extends string = string> extends HistoriesQuery {
  /** Only these metrics; all by default. */
  readonly keys?: ReadonlyArray<K> | undefined
}

/**
 * A table of the histories of runs, with an account of what is not in it.
 *
 * @typeParam K - The metrics.
 * @category Tables
 * @since 0.2.0
 */
export interface LoadedHistoriesTable<K extends string = string> {
  /** A row for each row of each history: `runId`, `_step` and the metrics. */
  readonly table: RunTable<K | 'runId' | '_step'>
  /** The number of runs whose histories are in the table, those without rows included. */
  readonly runs: number
  /** Whether the server sampled the rows of a run instead of sending all. */
  readonly sampled: boolean
  /** The rows that could not be read, one failure each. */
  readonly rowFailures: ReadonlyArray<DecodeFailure>
  /** The number of runs that matched the query when the load began. */
  readonly totalCount: number
  /** The runs that could not be read, or whose history could not be loaded, one failure each. */
  readonly failures: ReadonlyArray<DecodeFailure>
  /** The number of runs that came again on a later page because the list changed in between. */
  readonly duplicates: number
  /** The number of entries that were `null` instead of a run. */
  readonly skipped: number
  /** Whether the load reached the end and accounts for all runs of `totalCount`. */
  readonly complete: boolean
  /** The cursor to continue with as `after`, if the load stopped at its `limit`. */
  readonly cursor: string | undefined
}

/** Adds histories to a table, and keeps an account of them. */
const historiesSink = (builder: HistoriesTableBuilder) => {
  const rowFailures: Array<DecodeFailure> = []
  let sampled = false
  return {
    account: () => ({ rowFailures, sampled }),
    add: ({ run, history }: RunHistory): void => {
      builder.add(run.id, history)
      sampled ||= history.sampled
      for (const failure of history.failures)
        rowFailures.push(Object.freeze({ runId: run.id.slice(0, 40), ...failure }))
    },
  }
}

/** The source of pages whose records are not kept, but passed on. */
const passOn = (
  { request, decode }: HistoriesSource,
  add: (item: RunHistory) => void,
): PageSource<Parameters<typeof decode>[0], DecodedPage<undefined>> => ({
  request,
  decode: async (raw, at, signal) =>
    E.map((page: DecodedPage<RunHistory>) => ({
      ...page,
      items: page.items.map((item) => {
        add(item)
        return undefined
      }),
    }))(await decode(raw, at, signal)),
})

/**
 * Loads the histories of many runs of a project as one table, in long form: columns `runId`, `_step` and one for each
 * metric, and a row for each row of each history, in the order of the runs.
 *
 * By default the server samples the rows of each run, which `sampled` says; with `complete`, every row of every run is
 * loaded, with separate requests per run. With `keys`, their columns come first and are always there. A metric that is
 * called `runId` gets the name `history.runId`. A run whose history cannot be loaded is one of `failures`.
 *
 * Typed arrays are copied once, and no row is an object: 5,000 histories take the memory of their numbers.
 *
 * @param query - The project, filters, metrics, and paging options.
 * @returns A function from a client to the table.
 * @example
 * ```ts no-run
 * import { loadHistoriesTable, makeClient, orThrow } from 'wandb-run-ops/loader'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const { table, complete } = await orThrow(loadHistoriesTable({ project: 'team/vision', keys: ['loss'] })(client))
 *
 * console.log(complete, table.length, table.columns.runId, table.columns._step, table.columns.loss)
 * ```
 * @category Tables
 * @since 0.2.0
 */
export const loadHistoriesTable =
  <const K extends string = string>(query: ProjectReference | HistoriesTableQuery<K> = {}) =>
  (client: Client): TaskEither<LoadError, LoadedHistoriesTable<K>> =>
    queryTask(client, historiesShape, query, async function* (query: HistoriesQuery) {
      const { keys, limit, after, signal } = query
      const source = yield* unwrap(resolveHistories(client, query))
      const builder = historiesTableBuilder(keys)
      const sink = historiesSink(builder)
      const pages = paginate(client, passOn(source, sink.add), { after, limit, signal })
      const { items, totalCount = 0, ...account } = yield* unwrap(collectList(pages, query, 'runs'))
      const table = makeRunTable<K | 'runId' | '_step'>(builder.length(), builder.build())
      return { table, runs: items.length, ...sink.account(), totalCount, ...account }
    })
