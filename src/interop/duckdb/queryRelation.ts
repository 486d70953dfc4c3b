import type { DuckDBConnection } from '@duckdb/node-api'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { fromSqlRows } from '../../ops/relation/fromSqlRows.ts'
import { answerItems } from '../../query/answerItems.ts'
import type { InvalidQuery } from '../../query/Filter.ts'
import type { Relation } from '../../query/Relation.ts'
import type { RunTable } from '../../query/RunTable.ts'
import { toSqlSelect } from '../../query/sql/select.ts'
import { attempt, type DuckDbError } from './DuckDbError.ts'

// DuckDB's client drops U+FEFF at the start of a string as a byte order mark; a prefix prevents that.
const PREFIX = '|'

const withPrefix = (text: string, isText: ReadonlyArray<boolean>): string => {
  if (!isText.includes(true)) return text
  const cells = isText.map((prefixed, at) => (prefixed ? `'${PREFIX}' || c${at}` : `c${at}`))
  return `SELECT ${cells.join(', ')}\nFROM (${text}) AS answer(${isText.map((_, at) => `c${at}`).join(', ')})`
}

/** Queries the table of runs and returns the cells of the answer, row by row. */
export const relationRows = async (
  connection: DuckDBConnection,
  relation: Relation,
): Promise<E.Either<DuckDbError | InvalidQuery, ReadonlyArray<ReadonlyArray<unknown>>>> => {
  const sql = toSqlSelect(relation, 'duckdb')
  if (E.isLeft(sql)) return sql
  const isText = answerItems(relation).map(({ type }) => type === 'text')
  const withoutPrefix = (cell: unknown, at: number): unknown =>
    isText[at] === true && typeof cell === 'string' ? cell.slice(PREFIX.length) : cell
  return attempt(async () => {
    const reader = await connection.runAndReadAll(withPrefix(sql.right.text, isText), sql.right.parameters)
    return reader.getRowsJS().map((row) => row.map(withoutPrefix))
  })
}

/**
 * Queries the runs of a table and returns the answer as a table, as `evaluateRelation` does in memory. Sums may differ in
 * the last digits.
 *
 * @param relation - The relation; `source` is the name of the table, `runs` by default.
 * @example
 * ```ts no-run
 * import { DuckDBInstance } from '@duckdb/node-api'
 * import { duckDbOrThrow, queryRelation } from 'wandb-run-ops/duckdb'
 * import { column, count, mean } from 'wandb-run-ops/query'
 *
 * const connection = await (await DuckDBInstance.create('runs.duckdb')).connect()
 * const relation = {
 *   groupBy: { optimizer: column.config('optimizer') },
 *   aggregates: { runs: count(), loss: mean(column.summary('loss')) },
 *   sort: [{ by: 'loss', direction: 'asc' }],
 * } as const
 * const table = await duckDbOrThrow(queryRelation(relation)(connection))
 *
 * console.log(table.names, table.length)
 * ```
 * @category Interop
 * @since 0.2.0
 */
export const queryRelation =
  (relation: Relation) =>
  (connection: DuckDBConnection): TaskEither<DuckDbError | InvalidQuery, RunTable> =>
  async () => {
    const rows = await relationRows(connection, relation)
    return E.isLeft(rows) ? rows : E.right(fromSqlRows(relation)(rows.right))
  }
