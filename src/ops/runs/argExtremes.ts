import type { Aggregate } from '../../types/query/Aggregate.ts'
import type { Column } from '../../types/query/Column.ts'
import type { RunFields } from '../../types/RunWith.ts'
import { column as columns } from '../query/column.ts'

/**
 * The value of another column (by default the id) in the run where a column's number is smallest; the first such
 * run when there are several. `undefined` when no run has a number there; times are not numbers.
 *
 * @param column - A column; its numbers are those of {@link sum}.
 * @param of - The column whose value to return.
 * @example
 * ```ts
 * import { aggregate, argmin, column } from 'wandb-run-ops/ops'
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
 * import { aggregate, argmax, column } from 'wandb-run-ops/ops'
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
