import type { Order, OrderTerm } from '../../../../types/query/Order.ts'
import { columnOf } from './columns.ts'
import { jsonHasValue } from './jsonValue.ts'
import { infinities, isOneOf } from './numbers.ts'
import type { Place, Writer } from './Writer.ts'

/** The rank of JSON's type in the order of types; NULL for a missing value. */
const rank = (json: string, writer: Writer): string =>
  `CASE WHEN NOT ${jsonHasValue(json, writer)} THEN NULL WHEN ${isOneOf(json, infinities)} THEN 0 ` +
  `WHEN ${writer.engine.isText(json)} THEN 1 WHEN ${json} = 'false' THEN 2 WHEN ${json} = 'true' THEN 3 ` +
  `WHEN left(${writer.engine.raw(json)}, 1) IN ('[', '{') THEN 4 ELSE 0 END`

const jsonKeys = (json: string, writer: Writer): ReadonlyArray<string> => {
  const { engine } = writer
  return [
    rank(json, writer),
    engine.number(json),
    `CASE WHEN ${engine.isText(json)} AND NOT ${isOneOf(json, ['NaN'])} THEN ${engine.textKey(engine.text(json))} END`,
  ]
}

const termOf = ({ column, direction }: OrderTerm, path: Place, writer: Writer): ReadonlyArray<string> => {
  const sql = columnOf(column as OrderTerm['column'], path, writer)
  const last = direction === 'desc' ? ' DESC NULLS LAST' : ' NULLS LAST'
  if (sql.type === 'json') return jsonKeys(sql.sql, writer).map((key) => key + last)
  // Lists have no order.
  if (sql.type === 'texts') return []
  return [`${sql.type === 'text' ? writer.engine.textKey(sql.sql) : sql.sql}${last}`]
}

/** Writes the terms of an ORDER BY; ties are broken by position. */
export const termsOf = (order: Order, writer: Writer): string =>
  [...order.flatMap((term, index) => termOf(term, ['order', index, 'column'], writer)), 'position'].join(', ')
