import type { RunTable } from '../../query/RunTable.ts'
import type { DecodeFailure } from '../../types/wire/DecodeFailure.ts'

/**
 * A table of the runs that match a query, with an account of those that are not in it.
 *
 * @typeParam K - The column names.
 * @category Tables
 * @since 0.2.0
 */
export interface LoadedRunTable<K extends string = string> {
  /** The runs in the server's order, without duplicates. */
  readonly table: RunTable<K>
  /** The number of runs that matched the query when the load began. */
  readonly totalCount: number
  /** The runs that could not be read, one failure each; they have no row. */
  readonly failures: ReadonlyArray<DecodeFailure>
  /** The number of runs that came again on a later page because the list changed in between. */
  readonly duplicates: number
  /** The number of entries that were `null` instead of a run. */
  readonly skipped: number
  /**
   * Whether the load reached the end and accounts for all of `totalCount`: as rows, failures or skipped entries. A load
   * that stopped earlier at its `limit` is not complete.
   */
  readonly complete: boolean
  /** The cursor to continue with as `after`, if the load stopped at its `limit`. */
  readonly cursor: string | undefined
}
