import type { Column } from '../../types/query/Column.ts'
import type { Filter } from '../../types/query/Filter.ts'

/**
 * Matches runs that have a value in a column. A logged `null` or `NaN` counts; a value that was never set does not.
 *
 * @param column - A column.
 * @example
 * ```ts
 * import { column, exists, matches } from 'wandb-run-ops/ops'
 *
 * const runs = [{ config: { lr: 0.1 } }, { config: { lr: null } }, { config: {} }]
 *
 * runs.map(matches(exists(column.config('lr')))) // => [true, true, false]
 * ```
 * @category Filters
 * @since 0.1.0
 */
export const exists = <A, R>(column: Column<A, R>): Filter<R> => ({ _tag: 'Exists', column })
