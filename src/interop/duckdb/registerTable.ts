import type { DuckDBConnection } from '@duckdb/node-api'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { type InvalidQuery, invalidQuery } from '../../query/Filter.ts'
import { notTable } from '../../query/notTable.ts'
import { optionIssue } from '../../query/queryIssues.ts'
import type { RunTable } from '../../query/RunTable.ts'
import { attempt, type DuckDbError, duckDbError } from './DuckDbError.ts'
import { foldCase } from './historyPlan.ts'
import { checkName, describeTable, isSqlText, quoteName, type TableColumn } from './names.ts'
import { resultName, scannedTable } from './tableFunction.ts'
import { viewSource } from './viewSource.ts'

/**
 * Options to register a table.
 *
 * @category Interop
 * @since 0.2.0
 */
export interface RegisterOptions {
  /** Whether to replace a registered table, or another temporary view, of that name; `false` by default. */
  readonly replace?: boolean | undefined
}

/**
 * A table that queries read in place.
 *
 * @category Interop
 * @since 0.2.0
 */
export interface RegisteredTable {
  /** The name of the view. */
  readonly table: string
  /** The number of rows. */
  readonly rows: number
  /** The columns, in order, with their DuckDB types. */
  readonly columns: ReadonlyArray<TableColumn>
}

const namesIssue = (names: ReadonlyArray<string>): DuckDbError | undefined => {
  const seen = new Map<string, string>()
  for (const name of names) {
    if (!isSqlText(name)) return duckDbError({ _tag: 'NamesClash', names: [name] })
    const rival = seen.get(foldCase(name))
    if (rival !== undefined) return duckDbError({ _tag: 'NamesClash', names: [rival, name] })
    seen.set(foldCase(name), name)
  }
  return undefined
}

/** Whether something that a temporary view would hide, or replace, has the name. */
const isTaken = async (connection: DuckDBConnection, name: string, replace: boolean): Promise<boolean> => {
  const query = `SELECT 1 FROM (
    SELECT table_name AS name, temporary, false AS replaceable, database_name, schema_name FROM duckdb_tables()
    UNION ALL
    SELECT view_name, temporary, temporary AND $replace, database_name, schema_name FROM duckdb_views() WHERE NOT internal
  ) WHERE lower(name) = lower($name) AND NOT replaceable
    AND (temporary OR (database_name = current_database() AND schema_name = current_schema())) LIMIT 1`
  return (await connection.runAndReadAll(query, { name, replace })).currentRowCount > 0
}

const createView = async (
  connection: DuckDBConnection,
  name: string,
  table: RunTable,
  replace: boolean,
): Promise<E.Either<DuckDbError, RegisteredTable>> => {
  const created = await attempt(async () => {
    const source = await viewSource(connection)
    const number = source.add(scannedTable(table))
    const columns = table.names.map((column, index) => `${resultName(index)} AS ${quoteName(column)}`)
    const create = `CREATE ${replace ? 'OR REPLACE ' : ''}TEMP VIEW ${quoteName(name)}`
    try {
      await connection.run(`${create} AS SELECT ${columns.join(', ')} FROM ${source.name}(${number})`)
    } catch (error) {
      source.remove(number)
      return Promise.reject(error)
    }
    source.setNumber(name, number)
    return describeTable(connection, name)
  })
  if (E.isLeft(created)) return created
  if (E.isLeft(created.right)) return created.right
  return E.right({ table: name, rows: table.length, columns: created.right.right })
}

/**
 * Makes a table of runs a view of the connection, without inserting it: queries read the columns where they are, and only
 * those that they need.
 *
 * Integers are `INTEGER`, or `BIGINT` if one has more than 32 bits; numbers are `DOUBLE`, times `TIMESTAMPTZ`, strings
 * `VARCHAR`, booleans `BOOLEAN`, lists `VARCHAR[]` and the like, and objects and values of several types `JSON`. Missing
 * values and `null` are `NULL`, except in JSON, where `null` is `'null'`; `NaN` stays `NaN`.
 *
 * The view is temporary: it belongs to the connection and is not written to the database. It holds the table until
 * {@link unregisterTable} or until the instance is closed. Each query reads the table in JavaScript, one thread at a time:
 * for many queries over a large table, copy it with `CREATE TABLE … AS FROM runs`.
 *
 * DuckDB calls JavaScript back while a query runs, so that methods that block the thread, `getTableNames`, `runTask` and
 * those called `startStream…`, would wait for ever.
 *
 * @param name - The name of the view.
 * @param table - The table.
 * @param options - Whether to replace another view.
 * @example
 * ```ts
 * import { DuckDBInstance } from '@duckdb/node-api'
 * import { duckDbOrThrow, registerTable } from 'wandb-run-ops/duckdb'
 * import { runTable } from 'wandb-run-ops/ops'
 * import { column } from 'wandb-run-ops/query'
 *
 * const connection = await (await DuckDBInstance.create()).connect()
 * const runs = [{ config: { lr: 0.1, epochs: 10 } }, { config: { lr: 0.2, epochs: 20 } }]
 * const table = runTable(runs, { lr: column.config('lr'), epochs: column.config('epochs') })
 * await duckDbOrThrow(registerTable('runs', table)(connection))
 * const reader = await connection.runAndReadAll('SELECT epochs FROM runs WHERE lr > 0.1')
 *
 * reader.getRows() // => [[20]]
 * ```
 * @category Interop
 * @since 0.2.0
 */
export const registerTable =
  (name: string, table: RunTable, options: RegisterOptions = {}) =>
  (connection: DuckDBConnection): TaskEither<DuckDbError | InvalidQuery, RegisteredTable> =>
  async () => {
    const refused = checkName('name', name) ?? optionIssue(options, ['replace']) ?? notTable(table)
    if (refused !== undefined) return E.left(refused)
    if (table.names.length === 0) return E.left(invalidQuery(['table'], 'must have a column'))
    const clash = namesIssue(table.names)
    if (clash !== undefined) return E.left(clash)
    const replace = options.replace === true
    const taken = await attempt(() => isTaken(connection, name, replace))
    if (E.isLeft(taken)) return taken
    if (taken.right) return E.left(duckDbError({ _tag: 'NameTaken', name }))
    return createView(connection, name, table, replace)
  }

/**
 * Drops the view of a registered table and frees the table. Queries that run and statements that are prepared still read it.
 *
 * @param name - The name of the view.
 * @returns Whether there was such a table.
 * @example
 * ```ts
 * import { DuckDBInstance } from '@duckdb/node-api'
 * import { duckDbOrThrow, registerTable, unregisterTable } from 'wandb-run-ops/duckdb'
 * import { runTable } from 'wandb-run-ops/ops'
 *
 * const connection = await (await DuckDBInstance.create()).connect()
 * await duckDbOrThrow(registerTable('runs', runTable([{ config: { lr: 0.1 } }]))(connection))
 *
 * await duckDbOrThrow(unregisterTable('runs')(connection)) // => true
 * await duckDbOrThrow(unregisterTable('runs')(connection)) // => false
 * ```
 * @category Interop
 * @since 0.2.0
 */
export const unregisterTable =
  (name: string) =>
  (connection: DuckDBConnection): TaskEither<DuckDbError | InvalidQuery, boolean> =>
  async () => {
    const refused = checkName('name', name)
    if (refused !== undefined) return E.left(refused)
    return attempt(async () => {
      const source = await viewSource(connection)
      if (!source.has(name)) return false
      await connection.run(`DROP VIEW IF EXISTS temp.${quoteName(name)}`)
      source.setNumber(name, undefined)
      return true
    })
  }
