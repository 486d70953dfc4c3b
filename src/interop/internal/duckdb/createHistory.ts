import type { DuckDBConnection } from '@duckdb/node-api'
import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { InvalidQuery } from '../../../types/index.ts'
import { attempt } from './attempt.ts'
import { checkName, invalid, isText } from './checks.ts'
import { type DuckDbError, duckDbError } from './DuckDbError.ts'
import { fileSchemas } from './fileSchemas.ts'
import { historyPlan, type RunFile } from './historyPlan.ts'
import { historyView } from './historyView.ts'
import { listedFiles } from './listedFiles.ts'
import { quotedName } from './quoted.ts'
import { baseName, runOfFile } from './runOfFile.ts'
import { type TableColumn, tableColumns } from './tableColumns.ts'

/**
 * Which Parquet files to see as one table.
 *
 * @category Interop
 * @since 0.1.0
 */
export interface HistoryFiles {
  /** The paths of the files, each taken as it is; a file that is named twice counts once. */
  readonly files?: ReadonlyArray<string> | undefined
  /** A folder instead, of which every file counts that ends in `.parquet`. */
  readonly directory?: string | undefined
  /** The id of a file's run, by the file's path or by its name alone; otherwise the file's name tells. */
  readonly runs?: ReadonlyMap<string, string> | undefined
  /** Only these metrics; all by default. */
  readonly keys?: ReadonlyArray<string> | undefined
  /** The name of the view; `history` by default. */
  readonly table?: string | undefined
  /** Whether a view of that name is replaced; not by default. A table never is. */
  readonly replace?: boolean | undefined
}

/**
 * A view over the files of histories.
 *
 * @category Interop
 * @since 0.1.0
 */
export interface HistoryView {
  /** The name of the view. */
  readonly table: string
  /** How many files it reads; those without rows are left out. */
  readonly files: number
  /** How many runs they are of. */
  readonly runs: number
  /** How many rows they hold. */
  readonly rows: number
  /** The columns, in order, with the types that DuckDB found. */
  readonly columns: ReadonlyArray<TableColumn>
}

const check = ({ files, directory, keys, table }: HistoryFiles): InvalidQuery | undefined => {
  if ((files === undefined) === (directory === undefined))
    return invalid('files', 'must be given, or else `directory`, and not both')
  if (files !== undefined && !(Array.isArray(files) && files.every(isText)))
    return invalid('files', 'must be a list of paths')
  if (directory !== undefined && !isText(directory)) return invalid('directory', 'must be the path of a folder')
  if (keys !== undefined && !Array.isArray(keys)) return invalid('keys', 'must be a list of metrics')
  return table === undefined ? undefined : checkName('table', table)
}

/**
 * Makes a view over the Parquet files of histories: nothing is copied, every query reads the files in place.
 *
 * A row of a file is a row of the view, with the run's id in `run_id`, its step in `_step`, and a column for each
 * metric. Numbers, texts, booleans, lists and structs keep their type. A metric that has several types, within a file or
 * among files, is JSON, as are cells that the export wrote as JSON; `columns` says which. A metric that a file has not is
 * `NULL`. A step that is in two files is two rows.
 *
 * A file from `downloadHistory` tells its run by its name, where the id is of letters and digits; any other file is
 * called as its run, `a1b2c3d4.parquet`. What is not certain must be said in `runs`. Two versions of one export are
 * refused, as are metrics whose names DuckDB takes for one: `Loss` and `loss`.
 *
 * @param query - The files, and the name of the view.
 * @example
 * ```ts no-run
 * import { DuckDBInstance } from '@duckdb/node-api'
 * import { createHistory, orThrow } from 'wandb-run-ops/duckdb'
 *
 * const connection = await (await DuckDBInstance.create()).connect()
 * const { rows } = await orThrow(createHistory({ directory: 'histories' })(connection))
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
    const paths = await listedFiles(connection, query)
    if (E.isLeft(paths)) return paths
    const schemas = await fileSchemas(connection, paths.right)
    if (E.isLeft(schemas)) return schemas
    const files: Array<RunFile> = []
    for (const [path, schema] of schemas.right) {
      const run = runs?.get(path) ?? runs?.get(baseName(path)) ?? runOfFile(path)
      if (run === undefined) return E.left(duckDbError({ _tag: 'RunUnknown', path }))
      if (schema.rows > 0) files.push({ ...schema, run })
    }
    const plan = historyPlan(files, keys)
    if (E.isLeft(plan)) return plan
    const create = `CREATE ${replace ? 'OR REPLACE ' : ''}VIEW ${quotedName(table)} AS ${historyView(plan.right)}`
    const created = await attempt(() => connection.run(create))
    if (E.isLeft(created)) {
      const { left } = created
      const isTaken = left._tag === 'DuckDbFailed' && /already exists|Existing object/.test(left.detail)
      return E.left(isTaken ? duckDbError({ _tag: 'NameTaken', name: table }) : left)
    }
    const columns = await tableColumns(connection, table)
    if (E.isLeft(columns)) return columns
    return E.right({
      table,
      files: files.length,
      runs: new Set(files.map(({ run }) => run)).size,
      rows: files.reduce((sum, { rows }) => sum + rows, 0),
      columns: columns.right,
    })
  }
