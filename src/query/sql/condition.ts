import * as E from 'fp-ts/lib/Either.js'
import { parseTime } from '../../types/wire/time.ts'
import type { Comparison, Filter, InvalidQuery, Operand } from '../Filter.ts'
import type { QueryPath } from '../filterIssue.ts'
import { filterIssue } from '../filterIssue.ts'
import { type Pattern, regExpOf, toRe2 } from '../regex/Pattern.ts'
import { type SqlColumn, type SqlField, sqlColumn } from './columns.ts'
import {
  comparisons,
  jsonCompares,
  jsonEquals,
  jsonTextHolds,
  type OrderingOperator,
  type TextTest,
  textCompares,
  textContains,
} from './comparisons.ts'
import type { Dialect, Sql } from './Sql.ts'
import { type SqlWriter, writeSql } from './Writer.ts'

/** Whether a string matches a pattern; patterns that RE2 does not support are refused. */
const textMatches = (pattern: Pattern, path: QueryPath, { engine, bind, refuse }: SqlWriter): TextTest => {
  const re2 = toRe2(pattern)
  const expression = regExpOf(pattern)
  return {
    sql: E.isLeft(re2) ? () => refuse(path, re2.left) : (text) => engine.matches(text, bind(re2.right)),
    holds: (text) => expression?.test(text) === true,
  }
}

const FALSE = 'FALSE'

const anyOf = (conditions: ReadonlyArray<string>): string =>
  conditions.length === 0 ? FALSE : conditions.length === 1 ? conditions.join() : `(${conditions.join(' OR ')})`

/** Turns NULL into FALSE. */
const neverNull = ({ isNullable }: SqlField, condition: string): string =>
  isNullable ? `coalesce(${condition}, FALSE)` : condition

/** Converts an operand to the field's type; `undefined` when it is of another type. */
const inField = ({ type }: SqlField, value: Operand): boolean | number | string | undefined => {
  if (type === 'time') return typeof value === 'string' ? parseTime(value)?.getTime() : undefined
  if (type === 'number') return typeof value === 'number' && !Number.isNaN(value) ? value : undefined
  if (type === 'boolean') return typeof value === 'boolean' ? value : undefined
  return typeof value === 'string' ? value : undefined
}

const fieldEquals = (field: SqlField, values: ReadonlyArray<Operand>, { engine, bind }: SqlWriter): string => {
  const isList = field.type === 'list'
  const lists = values.filter((value) => isList && Array.isArray(value) && value.every((v) => typeof v === 'string'))
  const bound = values
    .map((value) => inField(field, value))
    .filter((value) => value !== undefined && (typeof value !== 'number' || Number.isFinite(value)))
    .map((value) => bind(value as number))
  const equal = bound.length === 1 ? ` = ${bound.join()}` : ` IN (${bound.join(', ')})`
  return anyOf([
    ...(field.isNullable && values.includes(null) ? [`${field.sql} IS NULL`] : []),
    ...(bound.length === 0 ? [] : [isList ? engine.hasAny(field.sql, bound) : neverNull(field, field.sql + equal)]),
    ...(lists as ReadonlyArray<ReadonlyArray<string>>).map((list) =>
      list.length === 0 ? `length(${field.sql}) = 0` : `${field.sql} = [${list.map((text) => bind(text)).join(', ')}]`,
    ),
  ])
}

const fieldTextHolds = (field: SqlField, { sql }: TextTest, { engine }: SqlWriter): string => {
  if (field.type === 'list') return engine.someOf(field.sql, sql('x'))
  return field.type === 'text' ? neverNull(field, sql(field.sql)) : FALSE
}

const fieldCompares = (field: SqlField, ordering: OrderingOperator, value: Operand, writer: SqlWriter): string => {
  const operand = inField(field, value)
  if (operand === undefined) return FALSE
  if (typeof operand === 'string') return fieldTextHolds(field, textCompares(ordering, operand, writer), writer)
  const { sign, holds } = comparisons[ordering]
  if (typeof operand !== 'number' || Number.isFinite(operand))
    return neverNull(field, `${field.sql} ${sign} ${writer.bind(operand)}`)
  return !holds(0, operand) ? FALSE : field.isNullable ? `${field.sql} IS NOT NULL` : 'TRUE'
}

const equals = (column: SqlColumn, values: ReadonlyArray<Operand>, writer: SqlWriter): string =>
  column.type === 'json' ? jsonEquals(column.sql, values, writer) : fieldEquals(column, values, writer)

const textHolds = (column: SqlColumn, test: TextTest, writer: SqlWriter): string =>
  column.type === 'json' ? jsonTextHolds(column.sql, test, writer) : fieldTextHolds(column, test, writer)

const exists = (column: SqlColumn, { engine }: SqlWriter): string =>
  column.type === 'json' ? engine.exists(column.sql) : column.isNullable ? `${column.sql} IS NOT NULL` : 'TRUE'

const compares = (column: SqlColumn, { _tag, value }: Comparison, writer: SqlWriter): string => {
  if (_tag === 'Eq') return equals(column, [value], writer)
  return column.type === 'json'
    ? jsonCompares(column.sql, _tag, value, writer)
    : fieldCompares(column, _tag, value, writer)
}

/** Converts a filter to a condition that is TRUE or FALSE, in parentheses when it has several parts. */
export const conditionSql = (filter: Filter, path: QueryPath, writer: SqlWriter): string => {
  switch (filter._tag) {
    case 'And':
    case 'Or': {
      const parts = filter.filters.map((part, index) => conditionSql(part, [...path, 'filters', index], writer))
      if (parts.length < 2) return parts[0] ?? (filter._tag === 'And' ? 'TRUE' : FALSE)
      return `(${parts.join(filter._tag === 'And' ? ' AND ' : ' OR ')})`
    }
    case 'Not':
      return `(NOT ${conditionSql(filter.filter, [...path, 'filter'], writer)})`
    default: {
      const column = sqlColumn(filter.column, [...path, 'column'], writer)
      switch (filter._tag) {
        case 'Exists':
          return exists(column, writer)
        case 'In':
          return equals(column, filter.values, writer)
        case 'Contains':
          return textHolds(column, textContains(filter.text, writer), writer)
        case 'Matches':
          return textHolds(column, textMatches(filter.pattern, [...path, 'pattern'], writer), writer)
        default:
          return compares(column, filter, writer)
      }
    }
  }
}

/**
 * Converts a filter to a `WHERE` condition over the table of runs (see `runsTable`).
 *
 * It is true for the runs that `matches` keeps and false for others, never NULL. Values and keys are
 * parameters. Filters that the table or the engine does not support are refused with the reason: history
 * statistics, and patterns with lookaround or backreferences. So is data that is not a filter, and any other word for the
 * dialect.
 *
 * @param filter - A filter.
 * @param dialect - The SQL engine.
 * @example
 * ```ts
 * import { column, eq, toSql } from 'wandb-run-ops/query'
 *
 * const sql = toSql(eq(column.state, 'finished'), 'duckdb')
 *
 * sql._tag === 'Right' && sql.right.text // => 'coalesce(state = $p0, FALSE)'
 * sql._tag === 'Right' && sql.right.parameters // => { p0: 'finished' }
 * ```
 * @category SQL
 * @since 0.1.0
 */
export const toSql = (filter: Filter, dialect: Dialect): E.Either<InvalidQuery, Sql> =>
  writeSql(dialect, filterIssue(filter, ['filter']), (writer) => conditionSql(filter, ['filter'], writer))
