import type * as E from 'fp-ts/lib/Either.js'
import type { InvalidQuery } from '../../../types/query/InvalidQuery.ts'
import type { Order } from '../../../types/query/Order.ts'
import { termsOf } from './internal/terms.ts'
import { write } from './internal/Writer.ts'
import type { Dialect, Sql } from './Sql.ts'

/**
 * Gives an order as what stands behind `ORDER BY` over the table of runs (see `runsTable`).
 *
 * Runs come as {@link ordOf} sorts them: what is missing, `null` or `NaN` last in both directions, text by UTF-16 code
 * units, runs that tie by their position. Figures of a history are refused.
 *
 * @param order - An order.
 * @param dialect - The engine.
 * @example
 * ```ts
 * import { column, desc, toSqlOrder } from 'wandb-run-ops/ops'
 *
 * const sql = toSqlOrder(desc(column.createdAt), 'clickhouse')
 *
 * sql._tag === 'Right' && sql.right.text // => 'created_at DESC NULLS LAST, position'
 * ```
 * @category SQL
 * @since 0.1.0
 */
export const toSqlOrder = (order: Order, dialect: Dialect): E.Either<InvalidQuery, Sql> =>
  write(dialect, (writer) => termsOf(order, writer))
