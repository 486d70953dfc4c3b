import type { Column } from '../../types/query/Column.ts'
import type { Comparison, Filter } from '../../types/query/Filter.ts'
import { not } from './combine.ts'
import { operandOf } from './internal/operand.ts'
import type { OperandOf, OrderedOperandOf } from './OperandOf.ts'

const comparison =
  (_tag: Comparison['_tag']) =>
  <A, R>(column: Column<A, R>, value: OrderedOperandOf<A>): Filter<R> => ({ _tag, column, value: operandOf(value) })

/**
 * Matches runs whose value in a column equals a given value.
 *
 * Two values are equal when they have the same type and the same value; lists and dicts are compared by content. A
 * list also equals each of its elements, as on the server. `null` equals a missing value. `NaN` equals `NaN`, which
 * only in-memory evaluation and SQL support.
 *
 * @param column - A column.
 * @param value - A value of the column's type.
 * @example
 * ```ts
 * import { column, eq, matches } from 'wandb-run-ops/ops'
 *
 * const runs = [{ config: { lr: 1 } }, { config: { lr: '1' } }, { config: { lr: [1, 2] } }, { config: {} }]
 *
 * runs.map(matches(eq(column.config('lr'), 1))) // => [true, false, true, false]
 * runs.map(matches(eq(column.config('lr'), null))) // => [false, false, false, true]
 * ```
 * @category Filters
 * @since 0.1.0
 */
export const eq = <A, R>(column: Column<A, R>, value: OperandOf<A>): Filter<R> => ({
  _tag: 'Eq',
  column,
  value: operandOf(value),
})

/**
 * Matches the runs that {@link eq} does not, including those without a value, unless `value` is `null`.
 *
 * @param column - A column.
 * @param value - A value of the column's type.
 * @example
 * ```ts
 * import { column, matches, ne } from 'wandb-run-ops/ops'
 *
 * const runs = [{ state: 'finished' }, { state: 'running' }, { state: undefined }]
 *
 * runs.map(matches(ne(column.state, 'finished'))) // => [false, true, true]
 * ```
 * @category Filters
 * @since 0.1.0
 */
export const ne = <A, R>(column: Column<A, R>, value: OperandOf<A>): Filter<R> => not(eq(column, value))

/**
 * Matches runs whose value in a column is greater than a given value of the same type.
 *
 * Numbers compare with numbers, times with times, strings with strings by UTF-16 code units, and `true` is greater
 * than `false`. A list matches if one of its elements does. `NaN`, missing values and values of another type are
 * neither greater nor less.
 *
 * @param column - A column.
 * @param value - A value of the column's type.
 * @example
 * ```ts
 * import { column, gt, matches } from 'wandb-run-ops/ops'
 *
 * const runs = [{ config: { lr: 0.1 } }, { config: { lr: '0.1' } }, { config: { lr: NaN } }, { config: {} }]
 *
 * runs.map(matches(gt(column.config('lr'), 0.01))) // => [true, false, false, false]
 * ```
 * @category Filters
 * @since 0.1.0
 */
export const gt: <A, R>(column: Column<A, R>, value: OrderedOperandOf<A>) => Filter<R> =
  /* @__PURE__ */ comparison('Gt')

/**
 * Matches runs whose value in a column is greater than or equal to a given value of the same type; otherwise like
 * {@link gt}.
 *
 * @param column - A column.
 * @param value - A value of the column's type.
 * @example
 * ```ts
 * import { column, gte, matches } from 'wandb-run-ops/ops'
 *
 * matches({ summary: { accuracy: 0.9 } }, gte(column.summary('accuracy'), 0.9)) // => true
 * ```
 * @category Filters
 * @since 0.1.0
 */
export const gte: <A, R>(column: Column<A, R>, value: OrderedOperandOf<A>) => Filter<R> =
  /* @__PURE__ */ comparison('Gte')

/**
 * Matches runs whose value in a column is less than a given value of the same type; otherwise like {@link gt}.
 *
 * @param column - A column.
 * @param value - A value of the column's type.
 * @example
 * ```ts
 * import { column, lt, matches } from 'wandb-run-ops/ops'
 *
 * matches({ createdAt: new Date('2026-11-20') }, lt(column.createdAt, new Date('2026-11-21'))) // => true
 * ```
 * @category Filters
 * @since 0.1.0
 */
export const lt: <A, R>(column: Column<A, R>, value: OrderedOperandOf<A>) => Filter<R> =
  /* @__PURE__ */ comparison('Lt')

/**
 * Matches runs whose value in a column is less than or equal to a given value of the same type; otherwise like
 * {@link gt}.
 *
 * @param column - A column.
 * @param value - A value of the column's type.
 * @example
 * ```ts
 * import { column, lte, matches } from 'wandb-run-ops/ops'
 *
 * matches({ summary: { loss: NaN } }, lte(column.summary('loss'), 0.5)) // => false
 * ```
 * @category Filters
 * @since 0.1.0
 */
export const lte: <A, R>(column: Column<A, R>, value: OrderedOperandOf<A>) => Filter<R> =
  /* @__PURE__ */ comparison('Lte')
