import type * as E from 'fp-ts/lib/Either.js'
import type { InvalidQuery } from '../Filter.ts'
import type { QueryPath } from '../filterIssue.ts'
import type { Order, OrderTerm } from '../Order.ts'
import { orderIssue } from '../queryIssues.ts'
import { dialectIssue } from './check.ts'
import { jsonHasValue, sqlColumn } from './columns.ts'
import { infinities, jsonStringIn } from './comparisons.ts'
import type { Dialect, Sql } from './Sql.ts'
import { type SqlWriter, writeSql } from './Writer.ts'

/** The rank of JSON's type in the order of types; NULL for a missing value. */
const rank = (json: string, writer: SqlWriter): string =>
  `CASE WHEN NOT ${jsonHasValue(json, writer)} THEN NULL WHEN ${jsonStringIn(json, infinities)} THEN 0 ` +
  `WHEN ${writer.engine.isText(json)} THEN 1 WHEN ${json} = 'false' THEN 2 WHEN ${json} = 'true' THEN 3 ` +
  `WHEN left(${writer.engine.raw(json)}, 1) IN ('[', '{') THEN 4 ELSE 0 END`

const jsonKeys = (json: string, writer: SqlWriter): ReadonlyArray<string> => {
  const { engine } = writer
  return [
    rank(json, writer),
    engine.number(json),
    `CASE WHEN ${engine.isText(json)} AND NOT ${jsonStringIn(json, ['NaN'])} THEN ${engine.textKey(engine.text(json))} END`,
  ]
}

const termOf = ({ column, direction }: OrderTerm, path: QueryPath, writer: SqlWriter): ReadonlyArray<string> => {
  const sql = sqlColumn(column as OrderTerm['column'], path, writer)
  const last = direction === 'desc' ? ' DESC NULLS LAST' : ' NULLS LAST'
  if (sql.type === 'json') return jsonKeys(sql.sql, writer).map((key) => key + last)
  // Lists have no order.
  if (sql.type === 'texts') return []
  return [`${sql.type === 'text' ? writer.engine.textKey(sql.sql) : sql.sql}${last}`]
}

/** Writes the terms of an ORDER BY; ties are broken by position. */
export const orderBySql = (order: Order, writer: SqlWriter): string =>
  [...order.flatMap((term, index) => termOf(term, ['order', index, 'column'], writer)), 'position'].join(', ')

/**
 * Converts an order to the terms of an `ORDER BY` over the table of runs (see `runsTable`).
 *
 * Runs are sorted as by `ordOf`: missing values, `null` and `NaN` last in both directions, strings by UTF-16
 * code units, ties by position. History statistics are refused, and so is data that is not an order.
 *
 * @param order - An order.
 * @param dialect - The SQL engine.
 * @example
 * ```ts
 * import { column, desc, toSqlOrder } from 'wandb-run-ops/query'
 *
 * const sql = toSqlOrder(desc(column.createdAt), 'clickhouse')
 *
 * sql._tag === 'Right' && sql.right.text // => 'created_at DESC NULLS LAST, position'
 * ```
 * @category SQL
 * @since 0.1.0
 */
export const toSqlOrder = (order: Order, dialect: Dialect): E.Either<InvalidQuery, Sql> =>
  writeSql(dialect, dialectIssue(dialect) ?? orderIssue(order, ['order']), (writer) => orderBySql(order, writer))
