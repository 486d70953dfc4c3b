import type { Aggregate } from '../../types/query/Aggregate.ts'
import type { Column } from '../../types/query/Column.ts'

/**
 * The type of the smallest or largest value of a column: `Date` for columns of times, otherwise `number`.
 *
 * @typeParam A - The type of the column's values.
 * @category Aggregates
 * @since 0.1.0
 */
export type ExtremeOf<A> = unknown extends A ? number : Extract<A, Date> extends never ? number : Date

/**
 * The smallest of a column's numbers, which are those of {@link sum}; for `createdAt` and `heartbeatAt`, the
 * earliest time. `undefined` when there are none.
 *
 * @param column - A column.
 * @example
 * ```ts
 * import { aggregate, column, min } from 'wandb-run-ops/ops'
 *
 * const runs = [{ summary: { loss: '0' } }, { summary: { loss: 0.2 } }, { summary: { loss: 0.1 } }]
 *
 * aggregate({ loss: min(column.summary('loss')) })(runs) // => { loss: 0.1 }
 * ```
 * @category Aggregates
 * @since 0.1.0
 */
export const min = <A, R>(column: Column<A, R>): Aggregate<ExtremeOf<A> | undefined, R> => ({ _tag: 'Min', column })

/**
 * The largest of a column's numbers, which are those of {@link sum}; for `createdAt` and `heartbeatAt`, the latest
 * time. `undefined` when there are none.
 *
 * @param column - A column.
 * @example
 * ```ts
 * import { aggregate, column, max } from 'wandb-run-ops/ops'
 *
 * const runs = ['2026-11-20', '2026-11-21'].map((day) => ({ createdAt: new Date(day) }))
 *
 * aggregate({ newest: max(column.createdAt) })(runs) // => { newest: new Date('2026-11-21') }
 * ```
 * @category Aggregates
 * @since 0.1.0
 */
export const max = <A, R>(column: Column<A, R>): Aggregate<ExtremeOf<A> | undefined, R> => ({ _tag: 'Max', column })
