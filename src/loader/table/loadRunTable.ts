import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { queryTask } from '../../client/queryTask.ts'
import { unwrap } from '../../client/task.ts'
import type { ProjectReference } from '../request/references.ts'
import type { LoadedRunTable } from './LoadedRunTable.ts'
import { type RunTableQuery, runTableShape } from './query.ts'
import { readRunTable } from './readRunTable.ts'
import type { TableColumnNames, TableColumns } from './TableColumns.ts'

/**
 * Loads the runs of a project as a table: only the asked columns, straight into typed arrays, without a record for each
 * run.
 *
 * A column is one of `column`, or a text such as `'config.lr'`. With `columns`, only their fields and keys are requested.
 * Without, the table has all light fields, and `config.<key>` and `summary.<key>` for every top-level key that any run has,
 * in order of first appearance; a nested dict is one column. Values are those of the records of `loadRuns`: missing values
 * and `null` are told apart, and a column has the type of its values.
 *
 * A run that cannot be read is one of `failures` and has no row. If a page cannot be loaded, the load fails. While a page is
 * read, the next is requested; pages are not read in parallel.
 *
 * @param query - The project's path, its record, or a query with columns, filters and paging options.
 * @returns A function from a client to the table.
 * @example
 * ```ts no-run
 * import { loadRunTable, makeClient, orThrow } from 'wandb-run-ops/loader'
 * import { column } from 'wandb-run-ops/query'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const columns = { name: column.name, lr: column.config('lr'), accuracy: 'summary.accuracy' }
 * const { table, complete } = await orThrow(loadRunTable({ project: 'team/vision', columns })(client))
 *
 * console.log(complete, table.length, table.columns.lr)
 * ```
 * @category Tables
 * @since 0.2.0
 */
export const loadRunTable =
  <const T extends TableColumns = TableColumns>(query: ProjectReference | RunTableQuery<T> = {}) =>
  (client: Client): TaskEither<LoadError, LoadedRunTable<TableColumnNames<T>>> =>
    queryTask(client, runTableShape, query, async function* (options: RunTableQuery) {
      return yield* unwrap(readRunTable<TableColumnNames<T>>(client, options))
    })
