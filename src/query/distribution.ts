import type { Aggregate } from './Aggregate.ts'
import type { Column } from './Column.ts'

/**
 * A quantile of a column's numbers, which are those of {@link sum}; `undefined` when there are none.
 *
 * It interpolates linearly between the two nearest ranks, as numpy does by default.
 *
 * @param column - A column.
 * @param q - From 0 (the smallest number) to 1 (the largest); any other `q` gives `undefined`.
 * @example
 * ```ts
 * import { aggregate } from 'wandb-run-ops/ops'
 * import { column, quantile } from 'wandb-run-ops/query'
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
 * import { aggregate } from 'wandb-run-ops/ops'
 * import { column, median } from 'wandb-run-ops/query'
 *
 * const runs = [40, 1, 3, 2].map((loss) => ({ summary: { loss } }))
 *
 * aggregate({ loss: median(column.summary('loss')) })(runs) // => { loss: 2.5 }
 * ```
 * @category Aggregates
 * @since 0.1.0
 */
export const median = <A, R>(column: Column<A, R>): Aggregate<number | undefined, R> => ({ _tag: 'Median', column })

/**
 * The variance of a column's numbers, which are those of {@link sum}.
 *
 * The default is the sample variance, divided by the count less one, as in pandas and SQL; numpy defaults to the
 * population variance. It is computed in two passes: the mean, then the squared deviations. An infinity makes it
 * `NaN`.
 *
 * @param column - A column.
 * @param of - `sample`, which is `undefined` for fewer than two numbers, or `population`, which is `undefined` for
 * none.
 * @example
 * ```ts
 * import { aggregate } from 'wandb-run-ops/ops'
 * import { column, variance } from 'wandb-run-ops/query'
 *
 * const runs = [1, 2, 3, 6].map((loss) => ({ summary: { loss } }))
 * const loss = column.summary('loss')
 *
 * aggregate({ s: variance(loss), p: variance(loss, 'population') })(runs) // => { s: 14 / 3, p: 3.5 }
 * ```
 * @category Aggregates
 * @since 0.1.0
 */
export const variance = <A, R>(
  column: Column<A, R>,
  of: 'population' | 'sample' = 'sample',
): Aggregate<number | undefined, R> => ({ _tag: 'Variance', column, of })

/**
 * The standard deviation of a column's numbers: the square root of the {@link variance}, with the same default.
 *
 * @param column - A column.
 * @param of - `sample` or `population`.
 * @example
 * ```ts
 * import { aggregate } from 'wandb-run-ops/ops'
 * import { column, stddev } from 'wandb-run-ops/query'
 *
 * const runs = [1, 3, 5].map((loss) => ({ summary: { loss } }))
 *
 * aggregate({ loss: stddev(column.summary('loss')) })(runs) // => { loss: 2 }
 * ```
 * @category Aggregates
 * @since 0.1.0
 */
export const stddev = <A, R>(
  column: Column<A, R>,
  of: 'population' | 'sample' = 'sample',
): Aggregate<number | undefined, R> => ({ _tag: 'Stddev', column, of })
