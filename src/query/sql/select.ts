import type * as E from 'fp-ts/lib/Either.js'
import { type AnswerItem, answerItems } from '../answerItems.ts'
import type { InvalidQuery } from '../Filter.ts'
import type { Relation } from '../Relation.ts'
import { isOfRuns, relationIssue } from '../relationIssue.ts'
import { aggregateSql, cellSql } from './aggregates.ts'
import { sqlColumn } from './columns.ts'
import { conditionSql } from './condition.ts'
import { quoteIdentifier } from './Engine.ts'
import { orderBySql, sortBySql } from './order.ts'
import { isTableName, runsTableColumns } from './runsTable.ts'
import type { Dialect, Sql } from './Sql.ts'
import { type SqlWriter, writeSql } from './Writer.ts'

/** A column of the answer as SQL over the table of runs. */
const itemSql = (item: AnswerItem, writer: SqlWriter): string => {
  const path = [item.part, item.name]
  if (!isTableName(item.name)) return writer.refuse(path, 'must be a non-empty name without NUL')
  return item.part === 'aggregates'
    ? aggregateSql(item.aggregate, path, writer)
    : cellSql(sqlColumn(item.column, path, writer), writer)
}

/** The runs of a relation. Groups, and `first` and `last` in them, follow the position. */
const fromSql = ({ source = 'runs', filter, order = [], ...rest }: Relation, writer: SqlWriter): string => {
  const where = filter === undefined ? '' : `\nWHERE ${conditionSql(filter, ['filter'], writer)}`
  const from = `FROM ${quoteIdentifier(source, writer.engine.dialect)}${where}`
  if (isOfRuns(rest) || order.length === 0) return `\n${from}`
  const position = `row_number() OVER (ORDER BY ${orderBySql(order, writer)})`
  return `\nFROM (SELECT * REPLACE (${position} AS position) ${from}) AS runs`
}

/** How the runs become rows: what follows FROM, and the order of the rows; '' for a single row. */
const rowsSql = (relation: Relation, writer: SqlWriter): { readonly groups: string; readonly by: string } => {
  if (isOfRuns(relation)) return { groups: '', by: orderBySql(relation.order ?? [], writer) }
  if (relation.groupBy === undefined) return { groups: '', by: '' }
  const keys = Object.keys(relation.groupBy)
  return keys.length === 0
    ? { groups: '\nHAVING count(*) > 0', by: '' }
    : { groups: `\nGROUP BY ${keys.map((_, at) => at + 1).join(', ')}`, by: 'min(position)' }
}

/** Whether SQL could take the name of an answer's column for a column of the table. */
const isAmbiguous = (name: string, sql: string): boolean => runsTableColumns.has(name.toLowerCase()) && sql !== name

const orderBy = (terms: ReadonlyArray<string>): string => (terms.length === 0 ? '' : `\nORDER BY ${terms.join(', ')}`)

/** Writes a SELECT. */
const selectSql = (relation: Relation, writer: SqlWriter): string => {
  const { sort = [], limit } = relation
  const items = answerItems(relation).map((item, at) => ({
    name: item.name,
    type: item.type,
    sql: itemSql(item, writer),
    quoted: quoteIdentifier(item.name, writer.engine.dialect),
    cell: `named.c${at}`,
  }))
  const from = fromSql(relation, writer)
  const { groups, by } = rowsSql(relation, writer)
  const end = limit === undefined ? '' : `\nLIMIT ${limit}`
  if (sort.length === 0 && !items.some(({ name, sql }) => isAmbiguous(name, sql))) {
    const columns = items.map(({ sql, quoted }) => `${sql} AS ${quoted}`)
    return `SELECT ${columns.join(', ')}${from}${groups}${orderBy(by === '' ? [] : [by])}${end}`
  }
  // The names are set in an outer SELECT, where rows sort by cells and no name is that of a column of the table.
  const ordinal = by === '' ? [] : [`${isOfRuns(relation) ? `row_number() OVER (ORDER BY ${by})` : by} AS ordinal`]
  const inner = [...items.map(({ sql }, at) => `${sql} AS c${at}`), ...ordinal].join(', ')
  const columns = items.map(({ cell, quoted }) => `${cell} AS ${quoted}`).join(', ')
  const cellOf = (name: string) => {
    const item = items.find((one) => one.name === name)
    return { sql: item?.cell ?? 'NULL', type: item?.type ?? 'number' }
  }
  const terms = by === '' ? [] : [...sortBySql(sort, cellOf, writer), 'named.ordinal']
  return `SELECT ${columns}\nFROM (SELECT ${inner}${from}${groups}) AS named${orderBy(terms)}${end}`
}

/**
 * Converts a relation to a SELECT over the table of runs (see `runsTable`), whose rows are those of `evaluateRelation`.
 *
 * `fromSqlRows` converts the result to a table; {@link fromSqlCell} and {@link fromSqlAggregate} convert single cells.
 * Refused are data that is not a relation, options that do not exist, history statistics, patterns that RE2 lacks, names
 * that are empty or contain a NUL, and any other word for the dialect.
 *
 * @param relation - The relation.
 * @param dialect - The SQL engine.
 * @example
 * ```ts
 * import { column, eq, mean, toSqlSelect } from 'wandb-run-ops/query'
 *
 * const relation = {
 *   filter: eq(column.project, 'vision'),
 *   groupBy: { state: column.state },
 *   aggregates: { seconds: mean(column.runtime) },
 * }
 * const sql = toSqlSelect(relation, 'duckdb')
 *
 * sql._tag === 'Right' && sql.right.text.split('\n')[2] // => 'WHERE project = $p0'
 * ```
 * @category SQL
 * @since 0.1.0
 */
export const toSqlSelect = (relation: Relation, dialect: Dialect): E.Either<InvalidQuery, Sql> =>
  writeSql(dialect, relationIssue(relation), (writer) => selectSql(relation, writer))
