import type * as E from 'fp-ts/lib/Either.js'
import type { InvalidQuery } from '../../../types/query/InvalidQuery.ts'
import type { Order } from '../../../types/query/Order.ts'
import { termsOf } from './internal/terms.ts'
import { write } from './internal/Writer.ts'
import type { Dialect, Sql } from './Sql.ts'

/**
 * Converts an order to the terms of an `ORDER BY` over the table of runs (see `runsTable`).
 *
 * Runs are sorted as by {@link ordOf}: missing values, `null` and `NaN` last in both directions, strings by UTF-16
 * code units, ties by position. History statistics are refused.
 *
 * @param order - An order.
 * @param dialect - The SQL engine.
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
