import type { DuckDBConnection } from '@duckdb/node-api'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Filter, InvalidQuery, Order } from '../../../types/index.ts'
import { ask, given } from './ask.ts'
import type { DuckDbError } from './DuckDbError.ts'

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

/**
 * Selects runs from a table by a filter and an order, and returns their ids, as `matches` and `ordOf` do in memory. Ties
 * keep their insertion order.
 *
 * @param query - The filter, the order and the limit.
 * @example
 * ```ts no-run
 * import { DuckDBInstance } from '@duckdb/node-api'
 * import { orThrow, selectRuns } from 'wandb-run-ops/duckdb'
 * import { column, desc, gt } from 'wandb-run-ops/ops'
 *
 * const connection = await (await DuckDBInstance.create('runs.duckdb')).connect()
 * const accuracy = column.summary<number>('accuracy')
 * const query = { filter: gt(accuracy, 0.9), order: desc(accuracy), limit: 10 }
 *
 * console.log(await orThrow(selectRuns(query)(connection)))
 * ```
 * @category Interop
 * @since 0.1.0
 */
export const selectRuns =
  (query: TableQuery = {}) =>
  (connection: DuckDBConnection): TaskEither<DuckDbError | InvalidQuery, ReadonlyArray<string>> =>
  async () => {
    const { filter, order, limit, table } = query
    const rows = await ask(connection, given({ filter, order, limit, table }), [{ name: 'id', isText: true }])
    return E.isLeft(rows) ? rows : E.right(rows.right.map(([id]) => String(id)))
  }
