import type { DuckDBConnection } from '@duckdb/node-api'
import * as E from 'fp-ts/lib/Either.js'
import { type SqlSelect, toSqlSelect } from '../../../ops/index.ts'
import type { Aggregate, Column, ColumnField, InvalidQuery } from '../../../types/index.ts'
import { attempt } from './attempt.ts'
import type { DuckDbError } from './DuckDbError.ts'
import { quotedName } from './quoted.ts'

/** A column of a SELECT's result. */
export interface Item {
  readonly name: string
  readonly isText: boolean
}

const nonText: ReadonlySet<ColumnField> = new Set([
  ...(['computeSeconds', 'createdAt', 'heartbeatAt', 'historyLineCount', 'readOnly', 'runtime', 'tags'] as const),
])

/** Whether the cells of a column are plain strings, not JSON. */
export const isText = (column: Column): boolean => column._tag === 'Field' && !nonText.has(column.name)

/** Whether the cells of an aggregate are plain strings, not JSON. */
export const isTextFigure = (aggregate: Aggregate): boolean => {
  switch (aggregate._tag) {
    case 'First':
    case 'Last':
      return isText(aggregate.column)
    case 'ArgMin':
    case 'ArgMax':
      return isText(aggregate.of)
    default:
      return false
  }
}

// DuckDB's client drops U+FEFF at the start of a string as a byte order mark; a prefix prevents that.
const PREFIX = '|'

const withPrefix = (text: string, items: ReadonlyArray<Item>): string => {
  if (!items.some((item) => item.isText)) return text
  const cells = items.map((item) => (item.isText ? `'${PREFIX}' || ${quotedName(item.name)}` : quotedName(item.name)))
  return `SELECT ${cells.join(', ')}\nFROM (${text}) AS answer`
}

/** Runs a SELECT over the table of runs and returns its rows; `items` describes the columns, in order. */
export const ask = async (
  connection: DuckDBConnection,
  select: SqlSelect,
  items: ReadonlyArray<Item>,
): Promise<E.Either<DuckDbError | InvalidQuery, ReadonlyArray<ReadonlyArray<unknown>>>> => {
  const sql = toSqlSelect(select, 'duckdb')
  if (E.isLeft(sql)) return sql
  const query = withPrefix(sql.right.text, items)
  const withoutPrefix = (cell: unknown, index: number): unknown =>
    items[index]?.isText && typeof cell === 'string' ? cell.slice(PREFIX.length) : cell
  return attempt(async () => {
    const reader = await connection.runAndReadAll(query, sql.right.parameters)
    return reader.getRowsJS().map((row) => row.map(withoutPrefix))
  })
}

/** Removes the keys whose value is `undefined`. */
export const given = <T extends object>(options: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as never
