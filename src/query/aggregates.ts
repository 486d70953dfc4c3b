import type { RunFields } from '../types/run/RunHeavy.ts'
import type { Aggregate } from './Aggregate.ts'
import type { Column } from './Column.ts'
import { column as columns } from './columnBuilders.ts'

/**
 * The number of runs or, with a column, of runs that have a value there other than `null` and `NaN`.
 *
 * @param column - A column; without it all runs count.
 * @example
 * ```ts
 * import { aggregate } from 'wandb-run-ops/ops'
 * import { column, count } from 'wandb-run-ops/query'
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

/**
 * The sum of a column's numbers; 0 when there are none.
 *
 * Other values are ignored: strings, booleans, lists and `NaN`. Infinities count; two of opposite signs make `NaN`.
 * The sum is compensated for rounding errors, so the order of the runs hardly matters.
 *
 * @param column - A column.
 * @example
 * ```ts
 * import { aggregate } from 'wandb-run-ops/ops'
 * import { column, sum } from 'wandb-run-ops/query'
 *
 * const runs = [0.1, 0.2, '7', NaN, 0.3].map((cost) => ({ summary: { cost } }))
 *
 * aggregate({ cost: sum(column.summary('cost')) })(runs) // => { cost: 0.6 }
 * ```
 * @category Aggregates
 * @since 0.1.0
 */
export const sum = <A, R>(column: Column<A, R>): Aggregate<number, R> => ({ _tag: 'Sum', column })

/**
 * The mean of a column's numbers, which are those of {@link sum}; `undefined` when there are none.
 *
 * It is finite when the numbers are, even if their sum overflows.
 *
 * @param column - A column.
 * @example
 * ```ts
 * import { aggregate } from 'wandb-run-ops/ops'
 * import { column, mean } from 'wandb-run-ops/query'
 *
 * const runs = [{ summary: { loss: 0.5 } }, { summary: { loss: NaN } }, { summary: { loss: 1 } }]
 *
 * aggregate({ loss: mean(column.summary('loss')), cost: mean(column.summary('cost')) })(runs) // => { loss: 0.75, cost: undefined }
 * ```
 * @category Aggregates
 * @since 0.1.0
 */
export const mean = <A, R>(column: Column<A, R>): Aggregate<number | undefined, R> => ({ _tag: 'Mean', column })

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
 * import { aggregate } from 'wandb-run-ops/ops'
 * import { column, min } from 'wandb-run-ops/query'
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
 * import { aggregate } from 'wandb-run-ops/ops'
 * import { column, max } from 'wandb-run-ops/query'
 *
 * const runs = ['2026-11-20', '2026-11-21'].map((day) => ({ createdAt: new Date(day) }))
 *
 * aggregate({ newest: max(column.createdAt) })(runs) // => { newest: new Date('2026-11-21') }
 * ```
 * @category Aggregates
 * @since 0.1.0
 */
export const max = <A, R>(column: Column<A, R>): Aggregate<ExtremeOf<A> | undefined, R> => ({ _tag: 'Max', column })

/**
 * The column's value in the first run that has one other than `null` and `NaN`; `undefined` when none has.
 *
 * @param column - A column.
 * @example
 * ```ts
 * import { aggregate } from 'wandb-run-ops/ops'
 * import { column, first } from 'wandb-run-ops/query'
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
 * import { aggregate } from 'wandb-run-ops/ops'
 * import { column, last } from 'wandb-run-ops/query'
 *
 * const runs = [{ config: { optimizer: 'adam' } }, { config: { optimizer: 'sgd' } }, { config: { optimizer: null } }]
 *
 * aggregate({ optimizer: last(column.config('optimizer')) })(runs) // => { optimizer: 'sgd' }
 * ```
 * @category Aggregates
 * @since 0.1.0
 */
export const last = <A, R>(column: Column<A, R>): Aggregate<A | undefined, R> => ({ _tag: 'Last', column })

/**
 * The value of another column (by default the id) in the run where a column's number is smallest; the first such
 * run when there are several. `undefined` when no run has a number there; times are not numbers.
 *
 * @param column - A column; its numbers are those of {@link sum}.
 * @param of - The column whose value to return.
 * @example
 * ```ts
 * import { aggregate } from 'wandb-run-ops/ops'
 * import { argmin, column } from 'wandb-run-ops/query'
 *
 * const runs = [
 *   { config: { lr: 0.1 }, summary: { loss: 0.3 } },
 *   { config: { lr: 0.2 }, summary: { loss: 0.2 } },
 *   { config: { lr: 0.3 }, summary: { loss: NaN } },
 * ]
 *
 * aggregate({ lr: argmin(column.summary('loss'), column.config('lr')) })(runs) // => { lr: 0.2 }
 * ```
 * @category Aggregates
 * @since 0.1.0
 */
export const argmin: {
  <A, R>(column: Column<A, R>): Aggregate<string | undefined, R & Pick<RunFields, 'id'>>
  <A, R, B, S>(column: Column<A, R>, of: Column<B, S>): Aggregate<B | undefined, R & S>
} = (column: Column, of: Column = columns.id): Aggregate<never, unknown> => ({
  _tag: 'ArgMin',
  column,
  of,
})

/**
 * The value of another column in the run where a column's number is largest, as in {@link argmin}.
 *
 * @param column - A column; its numbers are those of {@link sum}.
 * @param of - The column whose value to return.
 * @example
 * ```ts
 * import { aggregate } from 'wandb-run-ops/ops'
 * import { argmax, column } from 'wandb-run-ops/query'
 * import type { RunId } from 'wandb-run-ops/types'
 *
 * const runs = [0.9, 0.95].map((accuracy, at) => ({ id: `run${at}` as RunId, summary: { accuracy } }))
 *
 * aggregate({ best: argmax(column.summary('accuracy')) })(runs) // => { best: 'run1' }
 * ```
 * @category Aggregates
 * @since 0.1.0
 */
export const argmax: {
  <A, R>(column: Column<A, R>): Aggregate<string | undefined, R & Pick<RunFields, 'id'>>
  <A, R, B, S>(column: Column<A, R>, of: Column<B, S>): Aggregate<B | undefined, R & S>
} = (column: Column, of: Column = columns.id): Aggregate<never, unknown> => ({
  _tag: 'ArgMax',
  column,
  of,
})
