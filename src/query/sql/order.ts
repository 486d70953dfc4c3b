import type * as E from 'fp-ts/lib/Either.js'
import type { ValueType } from '../answerItems.ts'
import type { InvalidQuery } from '../Filter.ts'
import type { Direction, Order } from '../Order.ts'
import { orderIssue } from '../queryIssues.ts'
import type { RowOrder } from '../Relation.ts'
import { jsonHasValue, type SqlColumn, sqlColumn } from './columns.ts'
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

/** The keys by which a column sorts, the most significant first: NULL for a missing value. */
const sortKeys = (column: SqlColumn, writer: SqlWriter): ReadonlyArray<string> => {
  switch (column.type) {
    case 'json':
      return jsonKeys(column.sql, writer)
    case 'text':
      return [writer.engine.textKey(column.sql)]
    case 'list':
      // Lists have no order: all tie, before a missing one.
      return column.isNullable ? [`CASE WHEN ${column.sql} IS NOT NULL THEN 0 END`] : []
    default:
      return [column.sql]
  }
}

const termsOf = (keys: ReadonlyArray<string>, direction: Direction): ReadonlyArray<string> =>
  keys.map((key) => `${key}${direction === 'desc' ? ' DESC' : ''} NULLS LAST`)

/** Writes the terms of an ORDER BY; ties are broken by position. */
export const orderBySql = (order: Order, writer: SqlWriter): string => {
  const terms = order.flatMap(({ column, direction }, index) =>
    termsOf(sortKeys(sqlColumn(column, ['order', index, 'column'], writer), writer), direction),
  )
  return [...terms, 'position'].join(', ')
}

/** The keys by which the cells of an answer sort. */
const cellKeys = (sql: string, type: ValueType, writer: SqlWriter): ReadonlyArray<string> => {
  if (type === 'json') return jsonKeys(writer.engine.cellJson(sql), writer)
  // An aggregate of numbers may be NaN.
  const key = type === 'number' ? `CASE WHEN NOT isNaN(${sql}) THEN ${sql} END` : sql
  return sortKeys({ sql: key, type, isNullable: true }, writer)
}

/** Writes the terms of an ORDER BY over the cells of an answer, which have a name in SQL and a type. */
export const sortBySql = (
  sort: ReadonlyArray<RowOrder>,
  cellOf: (name: string) => { readonly sql: string; readonly type: ValueType },
  writer: SqlWriter,
): ReadonlyArray<string> =>
  sort.flatMap(({ by, direction }) => {
    const { sql, type } = cellOf(by)
    return termsOf(cellKeys(sql, type, writer), direction)
  })

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
  writeSql(dialect, orderIssue(order, ['order']), (writer) => orderBySql(order, writer))
