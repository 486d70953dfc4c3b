import type { Aggregate } from '../../types/query/Aggregate.ts'
import type { Column } from '../../types/query/Column.ts'

/**
 * The variance of a column's numbers, which are those of {@link sum}.
 *
 * By default that of a sample, which is divided by one less than their number, as in pandas and SQL; the default of
 * numpy is that of a population. It is worked out in two passes: the mean first, then the distances to it. An infinity
 * makes it `NaN`.
 *
 * @param column - A column.
 * @param of - `sample`, of which fewer than two numbers give `undefined`, or `population`, of which none do.
 * @example
 * ```ts
 * import { aggregate, column, variance } from 'wandb-run-ops/ops'
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
 * import { aggregate, column, stddev } from 'wandb-run-ops/ops'
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
