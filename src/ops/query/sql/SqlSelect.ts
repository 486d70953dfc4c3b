import type { Aggregate } from '../../../types/query/Aggregate.ts'
import type { Column } from '../../../types/query/Column.ts'
import type { Filter } from '../../../types/query/Filter.ts'
import type { Order } from '../../../types/query/Order.ts'

/**
 * What a whole SELECT over the table of runs asks.
 *
 * @category SQL
 * @since 0.1.0
 */
export interface SqlSelect {
  /** The table's name, taken whole; `runs` where none is given. */
  readonly table?: string
  /** The runs that count; all where none is given. */
  readonly filter?: Filter
  /** The order of the runs; by position where none is given. Groups, and the first and last of them, follow it. */
  readonly order?: Order
  /** The columns that come back for each run, by name; `id` where none are given. Not with groups or aggregates. */
  readonly columns?: Readonly<Record<string, Column>>
  /** One row for each group of runs that are alike in these columns, which come back as `key0`, `key1`, …. */
  readonly groupBy?: ReadonlyArray<Column>
  /** The figures of each group, or of all runs where there are no groups, by name. */
  readonly aggregates?: Readonly<Record<string, Aggregate>>
  /** The greatest number of rows. */
  readonly limit?: number
}
