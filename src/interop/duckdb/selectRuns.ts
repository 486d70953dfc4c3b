import type { DuckDBConnection } from '@duckdb/node-api'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Aggregate } from '../../query/Aggregate.ts'
import type { Column } from '../../query/Column.ts'
import type { Filter, InvalidQuery } from '../../query/Filter.ts'
import type { Order } from '../../query/Order.ts'
import { optionIssue } from '../../query/queryIssues.ts'
import { sqlFields } from '../../query/sql/columns.ts'
import type { SqlSelect } from '../../query/sql/Sql.ts'
import { toSqlSelect } from '../../query/sql/select.ts'
import { attempt, type DuckDbError } from './DuckDbError.ts'
import { quoteName } from './names.ts'

/** A column of a SELECT's result. */
interface SelectItem {
  readonly name: string
  readonly isText: boolean
}

/** Whether the cells of a column are plain strings, not JSON. */
export const isTextColumn = (column: Column): boolean =>
  column?._tag === 'Field' && Object.hasOwn(sqlFields, column.name) && sqlFields[column.name].type === 'text'

/** Whether the cells of an aggregate are plain strings, not JSON. */
export const isTextAggregate = (aggregate: Aggregate): boolean => {
  switch (aggregate?._tag) {
    case 'First':
    case 'Last':
      return isTextColumn(aggregate.column)
    case 'ArgMin':
    case 'ArgMax':
      return isTextColumn(aggregate.of)
    default:
      return false
  }
}

// DuckDB's client drops U+FEFF at the start of a string as a byte order mark; a prefix prevents that.
const PREFIX = '|'

const withPrefix = (text: string, items: ReadonlyArray<SelectItem>): string => {
  if (!items.some((item) => item.isText)) return text
  const cells = items.map((item) => (item.isText ? `'${PREFIX}' || ${quoteName(item.name)}` : quoteName(item.name)))
  return `SELECT ${cells.join(', ')}\nFROM (${text}) AS answer`
}

/** Runs a SELECT over the table of runs and returns its rows; `items` describes the columns, in order. */
export const runSelect = async (
  connection: DuckDBConnection,
  select: SqlSelect,
  items: ReadonlyArray<SelectItem>,
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
export const omitUndefined = <T extends object>(options: T): { [K in keyof T]: Exclude<T[K], undefined> } =>
  Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as never

/** The options of a query over a table. */
export const tableOptions = ['filter', 'order', 'limit', 'table'] as const

/**
 * A query over the runs of a table.
 *
 * @category Interop
 * @since 0.1.0
 */
export interface TableQuery {
  /** The runs to include; all by default. */
  readonly filter?: Filter | undefined
  /** The order of the runs; insertion order by default. */
  readonly order?: Order | undefined
  /** The maximum number of runs or groups; all by default. */
  readonly limit?: number | undefined
  /** The name of the table; `runs` by default. */
  readonly table?: string | undefined
}

/**
 * Selects runs from a table by a filter and an order, and returns their ids, as `matches` and `ordOf` do in memory. Ties
 * keep their insertion order.
 *
 * @param query - The filter, the order and the limit.
 * @example
 * ```ts no-run
 * import { DuckDBInstance } from '@duckdb/node-api'
 * import { duckDbOrThrow, selectRuns } from 'wandb-run-ops/duckdb'
 * import { column, desc, gt } from 'wandb-run-ops/query'
 *
 * const connection = await (await DuckDBInstance.create('runs.duckdb')).connect()
 * const accuracy = column.summary<number>('accuracy')
 * const query = { filter: gt(accuracy, 0.9), order: desc(accuracy), limit: 10 }
 *
 * console.log(await duckDbOrThrow(selectRuns(query)(connection)))
 * ```
 * @category Interop
 * @since 0.1.0
 */
export const selectRuns =
  (query: TableQuery = {}) =>
  (connection: DuckDBConnection): TaskEither<DuckDbError | InvalidQuery, ReadonlyArray<string>> =>
  async () => {
    const issue = optionIssue(query, tableOptions)
    if (issue !== undefined) return E.left(issue)
    const { filter, order, limit, table } = query
    const rows = await runSelect(connection, omitUndefined({ filter, order, limit, table }), [
      { name: 'id', isText: true },
    ])
    return E.isLeft(rows) ? rows : E.right(rows.right.map(([id]) => String(id)))
  }
