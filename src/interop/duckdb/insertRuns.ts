import type { DuckDBConnection } from '@duckdb/node-api'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { InvalidQuery } from '../../query/Filter.ts'
import { runsTable, toSqlRow } from '../../query/sql/runsTable.ts'
import { appendRows, type InsertOptions, inTransaction } from './appendRows.ts'
import { attempt, type DuckDbError, duckDbError } from './DuckDbError.ts'
import { checkName, describeTable, quoteName, type TableColumn } from './names.ts'

/**
 * Options of {@link insertRuns}.
 *
 * @category Interop
 * @since 0.1.0
 */
export interface InsertRunsOptions extends InsertOptions {
  /** The name of the table; `runs` by default. */
  readonly table?: string | undefined
}

/**
 * The result of {@link insertRuns}.
 *
 * @category Interop
 * @since 0.1.0
 */
export interface InsertedRuns {
  /** The name of the table. */
  readonly table: string
  /** The number of runs that were inserted. */
  readonly runs: number
  /** The position of the first of them, which is the number of runs before. */
  readonly from: number
}

/**
 * A run that can be inserted: with the light fields, `config`, `summary` and `systemMetrics`.
 *
 * @category Interop
 * @since 0.1.0
 */
export type InsertableRun = Parameters<typeof toSqlRow>[0]

/** The columns of the table of runs. */
const expected: ReadonlyArray<TableColumn> = [...runsTable('duckdb').matchAll(/^ {2}(\w+) ([\w[\]]+)/gm)].map(
  ([, name = '', type = '']) => ({ name, type }),
)

const names = expected.map(({ name }) => name as keyof ReturnType<typeof toSqlRow>)

/** Creates the table if needed, checks its columns, and returns the number of runs in it. */
const prepare = async (connection: DuckDBConnection, table: string): Promise<E.Either<DuckDbError, number>> => {
  const created = await attempt(() => connection.run(runsTable('duckdb', table)))
  if (E.isLeft(created)) return created
  const columns = await describeTable(connection, table)
  if (E.isLeft(columns)) return columns
  const last = Math.max(expected.length, columns.right.length)
  for (let index = 0; index < last; index += 1) {
    const wanted = expected[index]
    const there = columns.right[index]
    if (wanted?.name === there?.name && wanted?.type === there?.type) continue
    const spelled = (column: TableColumn | undefined) => column && `${column.name} ${column.type}`
    const column = (wanted ?? there)?.name ?? ''
    return E.left(
      duckDbError({ _tag: 'TableDiffers', table, column, expected: spelled(wanted), actual: spelled(there) }),
    )
  }
  return attempt(async () => {
    const query = `SELECT coalesce(max(position) + 1, 0)::DOUBLE FROM ${quoteName(table)}`
    return Number((await connection.runAndReadAll(query)).getRows()[0]?.[0])
  })
}

/**
 * Inserts runs into the table of runs, after those already in it.
 *
 * The table is created if needed, with the columns of `runsTable`: `position` is the index of the run, `created_at` and
 * `heartbeat_at` are in milliseconds, `config`, `summary` and `system_metrics` are JSON. A run that is already in the table
 * is inserted again. Either all runs are inserted, or none.
 *
 * @param runs - The runs, in order.
 * @param options - The name of the table.
 * @example
 * ```ts
 * import { DuckDBInstance } from '@duckdb/node-api'
 * import { insertRuns, duckDbOrThrow } from 'wandb-run-ops/duckdb'
 * import { Run } from 'wandb-run-ops/types'
 *
 * const node = {
 *   id: 'UnVuOjE=',
 *   name: 'a1',
 *   project: { entityName: 'team', name: 'vision' },
 *   createdAt: '2026-11-21T10:00:00',
 *   config: '{"lr": {"value": 0.1}}',
 * }
 * const run = Run.decode(node)
 * const connection = await (await DuckDBInstance.create()).connect()
 * await duckDbOrThrow(insertRuns(run._tag === 'Right' ? [run.right] : [])(connection))
 * const reader = await connection.runAndReadAll('SELECT id, (config -> $key)::DOUBLE FROM runs', { key: 'lr' })
 *
 * reader.getRows() // => [['a1', 0.1]]
 * ```
 * @category Interop
 * @since 0.1.0
 */
export const insertRuns =
  (runs: ReadonlyArray<InsertableRun>, options: InsertRunsOptions = {}) =>
  (connection: DuckDBConnection): TaskEither<DuckDbError | InvalidQuery, InsertedRuns> =>
  async () => {
    const { table = 'runs' } = options
    const refused = checkName('table', table)
    if (refused !== undefined) return E.left(refused)
    return inTransaction(connection, async () => {
      const before = await prepare(connection, table)
      if (E.isLeft(before)) return before
      const from = before.right
      const cells = (start: number, end: number) => {
        const rows = runs.slice(start, end).map((run, index) => toSqlRow(run, from + start + index))
        return names.map((name) => rows.map((row) => row[name]))
      }
      const appended = await appendRows(connection, table, runs.length, cells, options)
      return E.isLeft(appended) ? appended : E.right({ table, runs: runs.length, from })
    })
  }
