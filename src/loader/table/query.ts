import { type ListQuery, listOptions } from '../../client/graphql/loadList.ts'
import type { QueryShape } from '../../client/queryTask.ts'
import { type RunsQuery, runsOptions } from '../request/query.ts'
import { byEntityAndName } from '../request/references.ts'
import type { TableColumns } from './TableColumns.ts'

/**
 * The options of `loadRunTable`.
 *
 * @typeParam T - The columns.
 * @category Tables
 * @since 0.2.0
 */
export interface RunTableQuery<T extends TableColumns = TableColumns>
  extends ListQuery,
    Pick<RunsQuery, 'project' | 'filters' | 'order' | 'untranslated'> {
  /**
   * The columns: an object of columns by name, such as `{ lr: column.config('lr'), acc: 'summary.accuracy' }`, or an array
   * of texts that are the names, too. By default all light fields, and `config.<key>` and `summary.<key>` for every
   * top-level key that any run has.
   */
  readonly columns?: T | undefined
}

export const runTableShape: QueryShape<RunTableQuery> = {
  subject: 'project',
  options: { project: true, columns: true, ...runsOptions, ...listOptions },
  reference: byEntityAndName,
}
