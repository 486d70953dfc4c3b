import { column } from '../../column.ts'
import type { SqlSelect } from '../SqlSelect.ts'
import { columnOf } from './columns.ts'
import { conditionOf } from './condition.ts'
import { cellOf, figureOf } from './figures.ts'
import { quoted } from './quoted.ts'
import { tableColumns } from './tableColumns.ts'
import { termsOf } from './terms.ts'
import type { Writer } from './Writer.ts'

interface Item {
  readonly name: string
  readonly sql: string
}

const itemsOf = ({ groupBy, aggregates, columns }: SqlSelect, writer: Writer): ReadonlyArray<Item> => {
  const keys = (groupBy ?? []).map((key, index) => ({
    name: `key${index}`,
    sql: cellOf(columnOf(key, ['groupBy', index], writer), writer),
  }))
  const aggregateItems = Object.entries(aggregates ?? {}).map(([name, aggregate]) => ({
    name,
    sql: figureOf(aggregate, ['aggregates', name], writer),
  }))
  const isOfRuns = groupBy === undefined && aggregates === undefined
  if (columns !== undefined && !isOfRuns) writer.refuse(['columns'], 'cannot be combined with groupBy or aggregates')
  if (!isOfRuns) return [...keys, ...aggregateItems]
  return Object.entries(columns ?? { id: column.id }).map(([name, asked]) => ({
    name,
    sql: cellOf(columnOf(asked, ['columns', name], writer), writer),
  }))
}

const checkNames = (items: ReadonlyArray<Item>, writer: Writer): void => {
  const seen = new Set<string>()
  for (const { name } of items) {
    if (name === '' || name.includes('\0')) writer.refuse(['aggregates', name], 'must be a non-empty name without NUL')
    if (seen.has(name)) writer.refuse(['aggregates', name], 'is also the name of a group key: choose another name')
    seen.add(name)
  }
  if (seen.size === 0) writer.refuse(['columns'], 'must name at least one column')
}

/** Writes a SELECT. */
export const selectOf = (select: SqlSelect, writer: Writer): string => {
  const { table = 'runs', filter, order = [], groupBy, aggregates, limit } = select
  const { dialect } = writer.engine
  const items = itemsOf(select, writer)
  checkNames(items, writer)
  if (table === '' || table.includes('\0')) writer.refuse(['table'], 'must be a non-empty name without NUL')
  if (limit !== undefined && !(Number.isSafeInteger(limit) && limit >= 0))
    writer.refuse(['limit'], 'must be a non-negative integer')
  const isOfRuns = groupBy === undefined && aggregates === undefined
  const name = quoted(table, dialect)
  const where = filter === undefined ? '' : `\nWHERE ${conditionOf(filter, ['filter'], writer)}`
  const terms = termsOf(order, writer)
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
  const names = items.map((item) => quoted(item.name, dialect))
  // An output name that equals a table column would be ambiguous, so the names are set in an outer SELECT.
  if (!items.some((item) => tableColumns.has(item.name.toLowerCase()) && item.sql !== item.name))
    return `SELECT ${items.map(({ sql }, at) => `${sql} AS ${names[at]}`).join(', ')}\n${from}${groups}${orderBy(by)}${end}`
  const place = by === '' ? '' : `, ${isOfRuns ? `row_number() OVER (ORDER BY ${by})` : by} AS place`
  const inner = `SELECT ${items.map(({ sql }, at) => `${sql} AS c${at}`).join(', ')}${place}\n${from}${groups}`
  const outer = names.map((quotedName, at) => `c${at} AS ${quotedName}`).join(', ')
  return `SELECT ${outer}\nFROM (${inner}) AS named${orderBy(by === '' ? '' : 'place')}${end}`
}
