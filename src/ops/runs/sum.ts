import type { Aggregate } from '../../types/query/Aggregate.ts'
import type { Column } from '../../types/query/Column.ts'

/**
 * The sum of a column's numbers; 0 when there are none.
 *
 * Other values are ignored: strings, booleans, lists and `NaN`. Infinities count; two of opposite signs make `NaN`.
 * The sum is compensated for rounding errors, so the order of the runs hardly matters.
 *
 * @param column - A column.
 * @example
 * ```ts
 * import { aggregate, column, sum } from 'wandb-run-ops/ops'
 *
 * const runs = [0.1, 0.2, '7', NaN, 0.3].map((cost) => ({ summary: { cost } }))
 *
 * aggregate({ cost: sum(column.summary('cost')) })(runs) // => { cost: 0.6 }
 * ```
 * @category Aggregates
 * @since 0.1.0
 */
export const sum = <A, R>(column: Column<A, R>): Aggregate<number, R> => ({ _tag: 'Sum', column })
