import type { DuckDBConnection } from '@duckdb/node-api'
import * as E from 'fp-ts/lib/Either.js'
import { type SqlSelect, toSqlSelect } from '../../../ops/index.ts'
import type { Aggregate, Column, ColumnField, InvalidQuery } from '../../../types/index.ts'
import { attempt } from './attempt.ts'
import type { DuckDbError } from './DuckDbError.ts'
import { quotedName } from './quoted.ts'

/** What a SELECT brings under a name. */
export interface Item {
  readonly name: string
  readonly isText: boolean
}

const noTexts: ReadonlySet<ColumnField> = new Set([
  ...(['computeSeconds', 'createdAt', 'heartbeatAt', 'historyLineCount', 'readOnly', 'runtime', 'tags'] as const),
])

/** Whether a column's cells are texts as they are, not JSON. */
export const isText = (column: Column): boolean => column._tag === 'Field' && !noTexts.has(column.name)

/** Whether a figure's cells are texts as they are, not JSON. */
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

// The engine's client takes U+FEFF at the beginning of a text for a mark of its encoding, and drops it.
const MARK = '|'

const shielded = (text: string, items: ReadonlyArray<Item>): string => {
  if (!items.some((item) => item.isText)) return text
  const cells = items.map((item) => (item.isText ? `'${MARK}' || ${quotedName(item.name)}` : quotedName(item.name)))
  return `SELECT ${cells.join(', ')}\nFROM (${text}) AS answer`
}

/** What a SELECT over the table of runs brings, row by row; `items` says what that is, in order. */
export const ask = async (
  connection: DuckDBConnection,
  select: SqlSelect,
  items: ReadonlyArray<Item>,
): Promise<E.Either<DuckDbError | InvalidQuery, ReadonlyArray<ReadonlyArray<unknown>>>> => {
  const sql = toSqlSelect(select, 'duckdb')
  if (E.isLeft(sql)) return sql
  const query = shielded(sql.right.text, items)
  const bare = (cell: unknown, place: number): unknown =>
    items[place]?.isText && typeof cell === 'string' ? cell.slice(MARK.length) : cell
  return attempt(async () => {
    const reader = await connection.runAndReadAll(query, sql.right.parameters)
    return reader.getRowsJS().map((row) => row.map(bare))
  })
}

/** An object without the keys that are there for nothing. */
export const given = <T extends object>(options: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as never
