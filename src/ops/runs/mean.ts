import type { Aggregate } from '../../types/query/Aggregate.ts'
import type { Column } from '../../types/query/Column.ts'

/**
 * The mean of a column's numbers, which are those of {@link sum}; `undefined` when there are none.
 *
 * It is finite when the numbers are, even if their sum overflows.
 *
 * @param column - A column.
 * @example
 * ```ts
 * import { aggregate, column, mean } from 'wandb-run-ops/ops'
 *
 * const runs = [{ summary: { loss: 0.5 } }, { summary: { loss: NaN } }, { summary: { loss: 1 } }]
 *
 * aggregate({ loss: mean(column.summary('loss')), cost: mean(column.summary('cost')) })(runs) // => { loss: 0.75, cost: undefined }
 * ```
 * @category Aggregates
 * @since 0.1.0
 */
export const mean = <A, R>(column: Column<A, R>): Aggregate<number | undefined, R> => ({ _tag: 'Mean', column })
