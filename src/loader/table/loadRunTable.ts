import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { decodeNodes, type NodeReader } from '../../client/graphql/decodeNodes.ts'
import { collectList } from '../../client/graphql/loadList.ts'
import { type PageSource, paginate } from '../../client/graphql/paginate.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { queryTask } from '../../client/queryTask.ts'
import { unwrap } from '../../client/task.ts'
import { makeRunTable, type RunTable } from '../../query/RunTable.ts'
import type { DecodeFailure } from '../../types/wire/DecodeFailure.ts'
import type { ProjectReference } from '../request/references.ts'
import { type RawRunsPage, runsRequester } from '../request/requestRuns.ts'
import { resolveRunsList } from '../run/paginateRuns.ts'
import { askedTable } from './askedTable.ts'
import { type RunTableQuery, runTableShape } from './query.ts'
import { nodeReader } from './readNode.ts'
import { readColumns, type TableColumnNames, type TableColumns } from './TableColumns.ts'
import { selectColumns, tableDocument, tableVariables, wholeRuns } from './tableSelection.ts'
import { wholeTable } from './wholeTable.ts'

/**
 * A table of the runs that match a query, with an account of those that are not in it.
 *
 * @typeParam K - The column names.
 * @category Tables
 * @since 0.2.0
 */
export interface LoadedRunTable<K extends string = string> {
  /** The runs in the server's order, without duplicates. */
  readonly table: RunTable<K>
  /** The number of runs that matched the query when the load began. */
  readonly totalCount: number
  /** The runs that could not be read, one failure each; they have no row. */
  readonly failures: ReadonlyArray<DecodeFailure>
  /** The number of runs that came again on a later page because the list changed in between. */
  readonly duplicates: number
  /** The number of entries that were `null` instead of a run. */
  readonly skipped: number
  /**
   * Whether the load reached the end and accounts for all of `totalCount`: as rows, failures or skipped entries. A load
   * that stopped earlier at its `limit` is not complete.
   */
  readonly complete: boolean
  /** The cursor to continue with as `after`, if the load stopped at its `limit`. */
  readonly cursor: string | undefined
}

/**
 * Loads the runs of a project as a table: only the asked columns, straight into typed arrays, without a record for each
 * run.
 *
 * A column is one of `column`, or a text such as `'config.lr'`. With `columns`, only their fields and keys are requested.
 * Without, the table has all light fields, and `config.<key>` and `summary.<key>` for every top-level key that any run has,
 * in order of first appearance; a nested dict is one column. Values are those of the records of `loadRuns`: missing values
 * and `null` are told apart, and a column has the type of its values.
 *
 * A run that cannot be read is one of `failures` and has no row. If a page cannot be loaded, the load fails. While a page is
 * read, the next is requested; pages are not read in parallel.
 *
 * @param query - The project's path, its record, or a query with columns, filters and paging options.
 * @returns A function from a client to the table.
 * @example
 * ```ts no-run
 * import { loadRunTable, makeClient, orThrow } from 'wandb-run-ops/loader'
 * import { column } from 'wandb-run-ops/query'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const columns = { name: column.name, lr: column.config('lr'), accuracy: 'summary.accuracy' }
 * const { table, complete } = await orThrow(loadRunTable({ project: 'team/vision', columns })(client))
 *
 * console.log(complete, table.length, table.columns.lr)
 * ```
 * @category Tables
 * @since 0.2.0
 */
export const loadRunTable =
  <const T extends TableColumns = TableColumns>(query: ProjectReference | RunTableQuery<T> = {}) =>
  (client: Client): TaskEither<LoadError, LoadedRunTable<TableColumnNames<T>>> =>
    queryTask(client, runTableShape, query, async function* (options: RunTableQuery) {
      const columns = yield* unwrap(readColumns(options.columns))
      const { project, filters, order, limit, pageSize, after, signal, onProgress } = options
      const runs = { project, filters, order, limit, pageSize, after, signal, fields: [] }
      const { path, query } = yield* unwrap(resolveRunsList(client, runs))

      const selection = columns === undefined ? wholeRuns : selectColumns(columns.flatMap(({ readings }) => readings))
      const builder = columns === undefined ? wholeTable() : askedTable(columns)
      const read = nodeReader(selection)
      const seen = new Set<unknown>()
      let rows = 0
      const rowOf =
        (raw: RawRunsPage): NodeReader<number>['decode'] =>
        (node, at) => {
          const values = read(node, raw.project, at)
          if (E.isLeft(values)) return values
          builder.add(values.right)
          rows += 1
          return E.right(rows)
        }
      const source: PageSource<RawRunsPage, ReturnType<typeof decodeNodes<number>>> = {
        request: runsRequester(
          client,
          { path, filters: query.filters, order: query.order },
          {
            document: (needs) => tableDocument(selection, { count: needs.isFirst, cursors: needs.needsCursors }),
            variables: tableVariables(selection),
            pageSizes: query.pageSizes,
          },
        ),
        decode: (raw, at) => E.right(decodeNodes(raw.nodes, at, { decode: rowOf(raw), seen })),
      }
      const pages = paginate(client, source, {
        after,
        limit,
        signal,
        onPage: ({ accounted, totalCount = 0 }) =>
          onProgress?.({
            phase: 'runs',
            loaded: accounted,
            total: Math.max(accounted, Math.min(totalCount, query.limit)),
          }),
      })
      const {
        totalCount = 0,
        failures,
        duplicates,
        skipped,
        complete,
        cursor,
      } = yield* unwrap(collectList(pages, { after }, 'runs'))
      const table = makeRunTable<TableColumnNames<T>>(rows, builder.build())
      return { table, totalCount, failures, duplicates, skipped, complete, cursor }
    })
