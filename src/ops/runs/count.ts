import type { Aggregate } from '../../types/query/Aggregate.ts'
import type { Column } from '../../types/query/Column.ts'

/**
 * The number of runs or, with a column, of runs that have a value there other than `null` and `NaN`.
 *
 * @param column - A column; without it all runs count.
 * @example
 * ```ts
 * import { aggregate, column, count } from 'wandb-run-ops/ops'
 *
 * const runs = [{ summary: { loss: 0.2 } }, { summary: { loss: NaN } }, { summary: {} }]
 * const counts = aggregate({ runs: count(), losses: count(column.summary('loss')) })
 *
 * counts(runs) // => { runs: 3, losses: 1 }
 * ```
 * @category Aggregates
 * @since 0.1.0
 */
export const count: {
  (): Aggregate<number, unknown>
  <A, R>(column: Column<A, R>): Aggregate<number, R>
} = (column?: Column): Aggregate<never, unknown> => ({ _tag: 'Count', column })
