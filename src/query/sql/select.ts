import type * as E from 'fp-ts/lib/Either.js'
import type { UnknownRecord } from '../../types/wire/own.ts'
import { column } from '../columnBuilders.ts'
import { type InvalidQuery, invalidQuery } from '../Filter.ts'
import { columnIssue, filterIssue, type QueryIssue, type QueryPath } from '../filterIssue.ts'
import { aggregateIssue, columnsIssue, namedIssue, optionIssue, orderIssue } from '../queryIssues.ts'
import { aggregateSql, cellSql } from './aggregates.ts'
import { dialectIssue } from './check.ts'
import { sqlColumn } from './columns.ts'
import { conditionSql } from './condition.ts'
import { quoteIdentifier } from './Engine.ts'
import { orderBySql } from './order.ts'
import { isTableName, runsTableColumns } from './runsTable.ts'
import type { Dialect, Sql, SqlSelect } from './Sql.ts'
import { type SqlWriter, writeSql } from './Writer.ts'

interface Item {
  readonly name: string
  readonly sql: string
}

const itemsOf = ({ groupBy, aggregates, columns }: SqlSelect, writer: SqlWriter): ReadonlyArray<Item> => {
  const keys = (groupBy ?? []).map((key, index) => ({
    name: `key${index}`,
    sql: cellSql(sqlColumn(key, ['groupBy', index], writer), writer),
  }))
  const aggregateItems = Object.entries(aggregates ?? {}).map(([name, aggregate]) => ({
    name,
    sql: aggregateSql(aggregate, ['aggregates', name], writer),
  }))
  const isOfRuns = groupBy === undefined && aggregates === undefined
  if (columns !== undefined && !isOfRuns) writer.refuse(['columns'], 'cannot be combined with groupBy or aggregates')
  if (!isOfRuns) return [...keys, ...aggregateItems]
  return Object.entries(columns ?? { id: column.id }).map(([name, asked]) => ({
    name,
    sql: cellSql(sqlColumn(asked, ['columns', name], writer), writer),
  }))
}

const checkNames = (items: ReadonlyArray<Item>, writer: SqlWriter): void => {
  const seen = new Set<string>()
  for (const { name } of items) {
    if (name === '' || name.includes('\0')) writer.refuse(['aggregates', name], 'must be a non-empty name without NUL')
    if (seen.has(name)) writer.refuse(['aggregates', name], 'is also the name of a group key: choose another name')
    seen.add(name)
  }
  if (seen.size === 0) writer.refuse(['columns'], 'must name at least one column')
}

const options = ['aggregates', 'columns', 'filter', 'groupBy', 'limit', 'order', 'table']

/** Why data is not a query. */
const selectIssue = (select: unknown): QueryIssue => {
  const unknown = optionIssue(select, options)
  if (unknown !== undefined) return unknown
  const given = (name: string, issueOf: (value: unknown, path: QueryPath) => QueryIssue): QueryIssue => {
    const value = (select as UnknownRecord)[name]
    return value === undefined ? undefined : issueOf(value, [name])
  }
  return (
    given('table', (value, path) =>
      isTableName(value) ? undefined : invalidQuery(path, 'must be a non-empty name without NUL'),
    ) ??
    given('limit', (value, path) =>
      Number.isSafeInteger(value) && Number(value) >= 0
        ? undefined
        : invalidQuery(path, 'must be a non-negative integer'),
    ) ??
    given('filter', filterIssue) ??
    given('order', orderIssue) ??
    given('groupBy', columnsIssue) ??
    given('columns', (value, path) => namedIssue(value, path, columnIssue)) ??
    given('aggregates', (value, path) => namedIssue(value, path, aggregateIssue))
  )
}

/** Writes a SELECT. */
const selectSql = (select: SqlSelect, writer: SqlWriter): string => {
  const { table = 'runs', filter, order = [], groupBy, aggregates, limit } = select
  const { dialect } = writer.engine
  const items = itemsOf(select, writer)
  checkNames(items, writer)
  const isOfRuns = groupBy === undefined && aggregates === undefined
  const name = quoteIdentifier(table, dialect)
  const where = filter === undefined ? '' : `\nWHERE ${conditionSql(filter, ['filter'], writer)}`
  const terms = orderBySql(order, writer)
  // Groups, and `first` and `last` in them, follow the position.
  const from =
    isOfRuns || order.length === 0
      ? `FROM ${name}${where}`
      : `FROM (SELECT * REPLACE (row_number() OVER (ORDER BY ${terms}) AS position) FROM ${name}${where}) AS runs`
  const groups =
    groupBy === undefined || groupBy.length === 0 ? '' : `\nGROUP BY ${groupBy.map((_, at) => at + 1).join(', ')}`
  const by = isOfRuns ? terms : groups === '' ? '' : 'min(position)'
  const end = limit === undefined ? '' : `\nLIMIT ${limit}`
  const orderBy = (sql: string): string => (sql === '' ? '' : `\nORDER BY ${sql}`)
  const names = items.map((item) => quoteIdentifier(item.name, dialect))
  // An output name that equals a table column would be ambiguous, so the names are set in an outer SELECT.
  if (!items.some((item) => runsTableColumns.has(item.name.toLowerCase()) && item.sql !== item.name))
    return `SELECT ${items.map(({ sql }, at) => `${sql} AS ${names[at]}`).join(', ')}\n${from}${groups}${orderBy(by)}${end}`
  const ordinal = by === '' ? '' : `, ${isOfRuns ? `row_number() OVER (ORDER BY ${by})` : by} AS ordinal`
  const inner = `SELECT ${items.map(({ sql }, at) => `${sql} AS c${at}`).join(', ')}${ordinal}\n${from}${groups}`
  const outer = names.map((quotedName, at) => `c${at} AS ${quotedName}`).join(', ')
  return `SELECT ${outer}\nFROM (${inner}) AS named${orderBy(by === '' ? '' : 'named.ordinal')}${end}`
}

/**
 * Converts a query to a SELECT over the table of runs (see `runsTable`): runs, or groups of them in order of first
 * appearance.
 *
 * {@link fromSqlCell} and {@link fromSqlAggregate} convert the result. Refused are history statistics, names that are
 * empty, contain a NUL or are used twice, columns combined with groups or aggregates, and a limit that is not a
 * non-negative integer. So are data that is not a query, options that do not exist, and any other word for the dialect.
 *
 * @param select - The query.
 * @param dialect - The SQL engine.
 * @example
 * ```ts
 * import { column, eq, mean, toSqlSelect } from 'wandb-run-ops/query'
 *
 * const select = {
 *   filter: eq(column.project, 'vision'),
 *   groupBy: [column.state],
 *   aggregates: { seconds: mean(column.runtime) },
 * }
 * const sql = toSqlSelect(select, 'duckdb')
 *
 * sql._tag === 'Right' && sql.right.text.split('\n')[2] // => 'WHERE project = $p0'
 * ```
 * @category SQL
 * @since 0.1.0
 */
export const toSqlSelect = (select: SqlSelect, dialect: Dialect): E.Either<InvalidQuery, Sql> =>
  writeSql(dialect, dialectIssue(dialect) ?? selectIssue(select), (writer) => selectSql(select, writer))
