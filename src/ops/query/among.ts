import type { Column } from '../../types/query/Column.ts'
import type { Filter } from '../../types/query/Filter.ts'
import { not } from './combine.ts'
import { operandOf } from './internal/operand.ts'
import type { OperandOf } from './OperandOf.ts'

/**
 * Matches runs whose value in a column equals one of several, each compared as in {@link eq}. An empty list matches
 * no run.
 *
 * @param column - A column.
 * @param values - Values of the column's type.
 * @example
 * ```ts
 * import { column, isIn, matches } from 'wandb-run-ops/ops'
 *
 * matches({ state: 'crashed' }, isIn(column.state, ['crashed', 'failed'])) // => true
 * ```
 * @category Filters
 * @since 0.1.0
 */
export const isIn = <A, R>(column: Column<A, R>, values: ReadonlyArray<OperandOf<A>>): Filter<R> => ({
  _tag: 'In',
  column,
  values: values.map(operandOf),
})

/**
 * Matches the runs that {@link isIn} does not, including those without a value, unless `null` is among the values.
 *
 * @param column - A column.
 * @param values - Values of the column's type.
 * @example
 * ```ts
 * import { column, matches, notIn } from 'wandb-run-ops/ops'
 *
 * matches({ config: {} }, notIn(column.config('optimizer'), ['sgd', 'adam'])) // => true
 * ```
 * @category Filters
 * @since 0.1.0
 */
export const notIn = <A, R>(column: Column<A, R>, values: ReadonlyArray<OperandOf<A>>): Filter<R> =>
  not(isIn(column, values))
