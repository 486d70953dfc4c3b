import type { DuckDBConnection } from '@duckdb/node-api'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { type InvalidQuery, invalidQuery } from '../../query/Filter.ts'
import { attempt, type DuckDbError, duckDbError } from './DuckDbError.ts'
import { readFileSchemas } from './fileSchemas.ts'
import { baseName, listFiles, runIdFromFile } from './historyFiles.ts'
import { type HistoryFile, historyPlan } from './historyPlan.ts'
import { historyView } from './historyView.ts'
import { checkName, describeTable, isSqlText, quoteName, type TableColumn } from './names.ts'

/**
 * The Parquet files to combine in one view.
 *
 * @category Interop
 * @since 0.1.0
 */
export interface HistoryFiles {
  /** The paths of the files, without globbing; duplicates are ignored. */
  readonly files?: ReadonlyArray<string> | undefined
  /** A directory instead, of which all files ending in `.parquet` are read. */
  readonly directory?: string | undefined
  /** The ids of the runs by file path or file name; by default they are derived from the file names. */
  readonly runs?: ReadonlyMap<string, string> | undefined
  /** The metrics to include; all by default. */
  readonly keys?: ReadonlyArray<string> | undefined
  /** The name of the view; `history` by default. */
  readonly table?: string | undefined
  /** Whether to replace a view of that name; `false` by default. A table is never replaced. */
  readonly replace?: boolean | undefined
}

/**
 * A view over history files.
 *
 * @category Interop
 * @since 0.1.0
 */
export interface HistoryView {
  /** The name of the view. */
  readonly table: string
  /** The number of files with rows. */
  readonly files: number
  /** The number of runs. */
  readonly runs: number
  /** The number of rows. */
  readonly rows: number
  /** The columns, in order, with their DuckDB types. */
  readonly columns: ReadonlyArray<TableColumn>
}

const check = ({ files, directory, keys, table }: HistoryFiles): InvalidQuery | undefined => {
  if ((files === undefined) === (directory === undefined))
    return invalidQuery(['files'], 'or `directory` must be given, but not both')
  if (files !== undefined && !(Array.isArray(files) && files.every(isSqlText)))
    return invalidQuery(['files'], 'must be an array of paths')
  if (directory !== undefined && !isSqlText(directory))
    return invalidQuery(['directory'], 'must be the path of a directory')
  if (keys !== undefined && !Array.isArray(keys)) return invalidQuery(['keys'], 'must be an array of metrics')
  return table === undefined ? undefined : checkName('table', table)
}

/**
 * Creates a view over Parquet files of histories. Nothing is copied: queries read the files in place.
 *
 * A row of a file is a row of the view, with the run id in `run_id`, the step in `_step`, and a column per metric. Numbers,
 * strings, booleans, lists and structs keep their type. A metric with several types, within a file or between files, is
 * JSON, as are cells that the export wrote as JSON; see `columns`. A metric that a file does not have is `NULL`. A step that
 * is in two files is two rows.
 *
 * The run of a file from `downloadHistory` follows from its name if the id consists of letters and digits; any other file
 * is named after its run: `a1b2c3d4.parquet`. Other runs must be given in `runs`. Two versions of the same export are an
 * error, and so are metrics whose names differ only in case, which DuckDB ignores: `Loss` and `loss`.
 *
 * @param query - The files, and the name of the view.
 * @example
 * ```ts no-run
 * import { DuckDBInstance } from '@duckdb/node-api'
 * import { createHistory, duckDbOrThrow } from 'wandb-run-ops/duckdb'
 *
 * const connection = await (await DuckDBInstance.create()).connect()
 * const { rows } = await duckDbOrThrow(createHistory({ directory: 'histories' })(connection))
 * const best = await connection.runAndReadAll('SELECT run_id, min(loss) FROM history GROUP BY run_id ORDER BY 2')
 *
 * console.log(rows, best.getRowObjectsJson())
 * ```
 * @category Interop
 * @since 0.1.0
 */
export const createHistory =
  (query: HistoryFiles) =>
  (connection: DuckDBConnection): TaskEither<DuckDbError | InvalidQuery, HistoryView> =>
  async () => {
    const refused = check(query)
    if (refused !== undefined) return E.left(refused)
    const { runs, keys, table = 'history', replace = false } = query
    const paths = await listFiles(connection, query)
    if (E.isLeft(paths)) return paths
    const schemas = await readFileSchemas(connection, paths.right)
    if (E.isLeft(schemas)) return schemas
    const files: Array<HistoryFile> = []
    for (const [path, schema] of schemas.right) {
      const run = runs?.get(path) ?? runs?.get(baseName(path)) ?? runIdFromFile(path)
      if (run === undefined) return E.left(duckDbError({ _tag: 'RunUnknown', path }))
      if (schema.rows > 0) files.push({ ...schema, run })
    }
    const plan = historyPlan(files, keys)
    if (E.isLeft(plan)) return plan
    const create = `CREATE ${replace ? 'OR REPLACE ' : ''}VIEW ${quoteName(table)} AS ${historyView(plan.right)}`
    const created = await attempt(() => connection.run(create))
    if (E.isLeft(created)) {
      const { left } = created
      const isTaken = left._tag === 'DuckDbFailed' && /already exists|Existing object/.test(left.detail)
      return E.left(isTaken ? duckDbError({ _tag: 'NameTaken', name: table }) : left)
    }
    const columns = await describeTable(connection, table)
    if (E.isLeft(columns)) return columns
    return E.right({
      table,
      files: files.length,
      runs: new Set(files.map(({ run }) => run)).size,
      rows: files.reduce((sum, { rows }) => sum + rows, 0),
      columns: columns.right,
    })
  }
