import type { Client } from '../../client/Client.ts'
import { historiesShape } from '../../loader/history/query.ts'
import type { ProjectReference } from '../../loader/request/references.ts'
import type { LoadedRunTable } from '../../loader/table/LoadedRunTable.ts'
import {
  type HistoriesTableQuery,
  type LoadedHistoriesTable,
  loadHistoriesTable,
} from '../../loader/table/loadHistoriesTable.ts'
import { loadRunTable } from '../../loader/table/loadRunTable.ts'
import { type RunTableQuery, runTableShape } from '../../loader/table/query.ts'
import type { TableColumnNames, TableColumns } from '../../loader/table/TableColumns.ts'
import { type Options, readQuery } from '../adapter/readQuery.ts'
import { settle } from '../adapter/WandbError.ts'

/**
 * The loads of tables.
 *
 * @category Door
 * @since 0.2.0
 */
export interface TableLoads {
  /**
   * Loads the runs of a project as a table: `columns` only, or all light fields and every key of config and summary.
   *
   * A column is one of `column`, or a text such as `'config.lr'`: `{ columns: { lr: 'config.lr', acc: 'summary.accuracy' } }`
   * or `{ columns: ['config.lr', 'summary.accuracy'] }`.
   */
  table<const T extends TableColumns = TableColumns>(
    project?: ProjectReference | RunTableQuery<T>,
    options?: Options<RunTableQuery<T>, 'project'>,
  ): Promise<LoadedRunTable<TableColumnNames<T>>>

  /**
   * Loads the histories of a project's runs as one table, with the columns `runId`, `_step` and one for each metric; sampled
   * unless `complete` is set.
   */
  historiesTable<const K extends string = string>(
    project?: ProjectReference | HistoriesTableQuery<K>,
    options?: Options<HistoriesTableQuery<K>, 'project'>,
  ): Promise<LoadedHistoriesTable<K>>
}

/** Makes the loads of tables. */
export const tableLoads = (client: Client): TableLoads => ({
  table: (async (project: unknown, options: unknown) =>
    settle(loadRunTable(readQuery(runTableShape, project, options))(client))) as TableLoads['table'],
  historiesTable: (async (project: unknown, options: unknown) =>
    settle(loadHistoriesTable(readQuery(historiesShape, project, options))(client))) as TableLoads['historiesTable'],
})
