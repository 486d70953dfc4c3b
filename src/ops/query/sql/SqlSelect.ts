import type { Aggregate } from '../../../types/query/Aggregate.ts'
import type { Column } from '../../../types/query/Column.ts'
import type { Filter } from '../../../types/query/Filter.ts'
import type { Order } from '../../../types/query/Order.ts'

/**
 * A SELECT over the table of runs.
 *
 * @category SQL
 * @since 0.1.0
 */
export interface SqlSelect {
  /** The table name, used as is; `runs` by default. */
  readonly table?: string
  /** The runs to include; all by default. */
  readonly filter?: Filter
  /** The order of the runs; by position by default. Groups, and `first` and `last` in them, follow it. */
  readonly order?: Order
  /** The columns to return for each run, by name; `id` by default. Cannot be combined with groups or aggregates. */
  readonly columns?: Readonly<Record<string, Column>>
  /** Returns one row per group of runs with equal values in these columns, which are named `key0`, `key1`, …. */
  readonly groupBy?: ReadonlyArray<Column>
  /** The aggregates of each group, or of all runs when there are no groups, by name. */
  readonly aggregates?: Readonly<Record<string, Aggregate>>
  /** The maximum number of rows. */
  readonly limit?: number
}
