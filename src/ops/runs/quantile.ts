import type { Aggregate } from '../../types/query/Aggregate.ts'
import type { Column } from '../../types/query/Column.ts'

/**
 * A quantile of a column's numbers, which are those of {@link sum}; `undefined` when there are none.
 *
 * It interpolates linearly between the two nearest ranks, as numpy does by default.
 *
 * @param column - A column.
 * @param q - From 0 (the smallest number) to 1 (the largest); any other `q` gives `undefined`.
 * @example
 * ```ts
 * import { aggregate, column, quantile } from 'wandb-run-ops/ops'
 *
 * const runs = [4, 1, 3, 2].map((loss) => ({ summary: { loss } }))
 *
 * aggregate({ quarter: quantile(column.summary('loss'), 0.25) })(runs) // => { quarter: 1.75 }
 * ```
 * @category Aggregates
 * @since 0.1.0
 */
export const quantile = <A, R>(column: Column<A, R>, q: number): Aggregate<number | undefined, R> => ({
  _tag: 'Quantile',
  column,
  q,
})

/**
 * The median of a column's numbers: the {@link quantile} at 0.5.
 *
 * @param column - A column.
 * @example
 * ```ts
 * import { aggregate, column, median } from 'wandb-run-ops/ops'
 *
 * const runs = [40, 1, 3, 2].map((loss) => ({ summary: { loss } }))
 *
 * aggregate({ loss: median(column.summary('loss')) })(runs) // => { loss: 2.5 }
 * ```
 * @category Aggregates
 * @since 0.1.0
 */
export const median = <A, R>(column: Column<A, R>): Aggregate<number | undefined, R> => ({ _tag: 'Median', column })
