import type { DuckDBConnection } from '@duckdb/node-api'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Filter, InvalidQuery } from '../../query/Filter.ts'
import type { Order } from '../../query/Order.ts'
import { optionIssue } from '../../query/queryIssues.ts'
import type { Relation } from '../../query/Relation.ts'
import type { DuckDbError } from './DuckDbError.ts'
import { checkName } from './names.ts'
import { relationRows } from './queryRelation.ts'

/** The options of a query over a table. */
const tableOptions = ['filter', 'order', 'limit', 'table'] as const

/**
 * A query over the runs of a table.
 *
 * @category Interop
 * @since 0.1.0
 */
export interface TableQuery {
  /** The runs to include; all by default. */
  readonly filter?: Filter | undefined
  /** The order of the runs; insertion order by default. */
  readonly order?: Order | undefined
  /** The maximum number of runs or groups; all by default. */
  readonly limit?: number | undefined
  /** The name of the table; `runs` by default. */
  readonly table?: string | undefined
}

/** Why a query over a table, with options of its own, cannot be asked. */
export const tableQueryIssue = (query: TableQuery, options: ReadonlyArray<string> = []): InvalidQuery | undefined =>
  optionIssue(query, [...tableOptions, ...options]) ??
  (query.table === undefined ? undefined : checkName('table', query.table))

/** The runs of a query over a table, and the limit, as a relation. */
export const tableRelation = ({ filter, order, limit, table }: TableQuery): Relation => ({
  source: table,
  filter,
  order,
  limit,
})

/**
 * Selects runs from a table by a filter and an order, and returns their ids, as `matches` and `ordOf` do in memory. Ties
 * keep their insertion order.
 *
 * @param query - The filter, the order and the limit.
 * @example
 * ```ts no-run
 * import { DuckDBInstance } from '@duckdb/node-api'
 * import { duckDbOrThrow, selectRuns } from 'wandb-run-ops/duckdb'
 * import { column, desc, gt } from 'wandb-run-ops/query'
 *
 * const connection = await (await DuckDBInstance.create('runs.duckdb')).connect()
 * const accuracy = column.summary<number>('accuracy')
 * const query = { filter: gt(accuracy, 0.9), order: desc(accuracy), limit: 10 }
 *
 * console.log(await duckDbOrThrow(selectRuns(query)(connection)))
 * ```
 * @category Interop
 * @since 0.1.0
 */
export const selectRuns =
  (query: TableQuery = {}) =>
  (connection: DuckDBConnection): TaskEither<DuckDbError | InvalidQuery, ReadonlyArray<string>> =>
  async () => {
    const issue = tableQueryIssue(query)
    if (issue !== undefined) return E.left(issue)
    const rows = await relationRows(connection, tableRelation(query))
    return E.isLeft(rows) ? rows : E.right(rows.right.map(([id]) => String(id)))
  }
