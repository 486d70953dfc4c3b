import type { Aggregate } from '../../types/query/Aggregate.ts'
import type { Column } from '../../types/query/Column.ts'

/**
 * The column's value in the first run that has one other than `null` and `NaN`; `undefined` when none has.
 *
 * @param column - A column.
 * @example
 * ```ts
 * import { aggregate, column, first } from 'wandb-run-ops/ops'
 *
 * const runs = [{ config: {} }, { config: { optimizer: 'adam' } }, { config: { optimizer: 'sgd' } }]
 *
 * aggregate({ optimizer: first(column.config('optimizer')) })(runs) // => { optimizer: 'adam' }
 * ```
 * @category Aggregates
 * @since 0.1.0
 */
export const first = <A, R>(column: Column<A, R>): Aggregate<A | undefined, R> => ({ _tag: 'First', column })

/**
 * The column's value in the last run that has one, as in {@link first}.
 *
 * @param column - A column.
 * @example
 * ```ts
 * import { aggregate, column, last } from 'wandb-run-ops/ops'
 *
 * const runs = [{ config: { optimizer: 'adam' } }, { config: { optimizer: 'sgd' } }, { config: { optimizer: null } }]
 *
 * aggregate({ optimizer: last(column.config('optimizer')) })(runs) // => { optimizer: 'sgd' }
 * ```
 * @category Aggregates
 * @since 0.1.0
 */
export const last = <A, R>(column: Column<A, R>): Aggregate<A | undefined, R> => ({ _tag: 'Last', column })
