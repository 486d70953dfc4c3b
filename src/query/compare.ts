import type { Interval } from 'date-fns'
import { toDate } from 'date-fns/toDate'
import { assertNoIssue } from '../types/wire/argument.ts'
import { isObject } from '../types/wire/own.ts'
import { type Column, isColumn, isTime } from './Column.ts'
import { and, not } from './combine.ts'
import { type Comparison, type Filter, invalidQuery, type Operand } from './Filter.ts'
import type { QueryIssue } from './filterIssue.ts'
import { type TimeRangeOptions, timeRange } from './time/timeRange.ts'

/**
 * The values that a column of type `A` can be compared with: its values, the elements of its lists, and `null`.
 *
 * @category Filters
 * @since 0.1.0
 */
export type OperandOf<A> = unknown extends A
  ? Operand
  : (A extends undefined ? never : A extends Date ? Date : A extends ReadonlyArray<infer E> ? E : A) | null

/**
 * The values that a column of type `A` can be less or greater than.
 *
 * @category Filters
 * @since 0.1.0
 */
export type OrderedOperandOf<A> = Extract<OperandOf<A>, boolean | number | string | Date>

/** Converts an operand to plain data. An invalid date becomes a string that is not a time, which nothing equals. */
const toOperand = (value: unknown): Operand =>
  value instanceof Date ? (Number.isNaN(value.getTime()) ? 'Invalid Date' : value.toISOString()) : (value as Operand)

const comparison =
  (_tag: Comparison['_tag']) =>
  <A, R>(column: Column<A, R>, value: OrderedOperandOf<A>): Filter<R> => ({ _tag, column, value: toOperand(value) })

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
 * import { column, eq } from 'wandb-run-ops/query'
 * import { matches } from 'wandb-run-ops/ops'
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
  value: toOperand(value),
})

/**
 * Matches the runs that {@link eq} does not, including those without a value, unless `value` is `null`.
 *
 * @param column - A column.
 * @param value - A value of the column's type.
 * @example
 * ```ts
 * import { column, ne } from 'wandb-run-ops/query'
 * import { matches } from 'wandb-run-ops/ops'
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
 * import { column, gt } from 'wandb-run-ops/query'
 * import { matches } from 'wandb-run-ops/ops'
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
 * import { column, gte } from 'wandb-run-ops/query'
 * import { matches } from 'wandb-run-ops/ops'
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
 * import { column, lt } from 'wandb-run-ops/query'
 * import { matches } from 'wandb-run-ops/ops'
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
 * import { column, lte } from 'wandb-run-ops/query'
 * import { matches } from 'wandb-run-ops/ops'
 *
 * matches({ summary: { loss: NaN } }, lte(column.summary('loss'), 0.5)) // => false
 * ```
 * @category Filters
 * @since 0.1.0
 */
export const lte: <A, R>(column: Column<A, R>, value: OrderedOperandOf<A>) => Filter<R> =
  /* @__PURE__ */ comparison('Lte')

/**
 * Matches runs whose value in a column equals one of several, each compared as in {@link eq}. An empty list matches
 * no run.
 *
 * @param column - A column.
 * @param values - Values of the column's type.
 * @example
 * ```ts
 * import { column, isIn } from 'wandb-run-ops/query'
 * import { matches } from 'wandb-run-ops/ops'
 *
 * matches({ state: 'crashed' }, isIn(column.state, ['crashed', 'failed'])) // => true
 * ```
 * @category Filters
 * @since 0.1.0
 */
export const isIn = <A, R>(column: Column<A, R>, values: ReadonlyArray<OperandOf<A>>): Filter<R> => ({
  _tag: 'In',
  column,
  // What is not a list stays, and whoever evaluates the filter refuses it.
  values: Array.isArray(values) ? [...(values as ReadonlyArray<unknown>)].map(toOperand) : (values as never),
})

/**
 * Matches the runs that {@link isIn} does not, including those without a value, unless `null` is among the values.
 *
 * @param column - A column.
 * @param values - Values of the column's type.
 * @example
 * ```ts
 * import { column, notIn } from 'wandb-run-ops/query'
 * import { matches } from 'wandb-run-ops/ops'
 *
 * matches({ config: {} }, notIn(column.config('optimizer'), ['sgd', 'adam'])) // => true
 * ```
 * @category Filters
 * @since 0.1.0
 */
export const notIn = <A, R>(column: Column<A, R>, values: ReadonlyArray<OperandOf<A>>): Filter<R> =>
  not(isIn(column, values))

/** Calls that would silently match no run: with two ends, and with numbers for a column that is not of times. */
const betweenIssue = (column: unknown, given: unknown, options: unknown): QueryIssue => {
  if (typeof given === 'string') return undefined
  if (options !== undefined) return invalidQuery(['interval'], 'must be one object: { start, end }')
  const isOfNumbers = isObject(given) && (typeof given['start'] === 'number' || typeof given['end'] === 'number')
  if (!isOfNumbers || !isColumn(column) || isTime(column)) return undefined
  return invalidQuery(['column'], 'must be of times: for numbers, use and(gte(column, start), lte(column, end))')
}

/**
 * Matches runs whose time in a column lies in an interval, both ends included. The ends may be in either order, as
 * in date-fns. An end is a `Date` or a number of milliseconds; strings are not accepted, since date-fns would read
 * them in the local time zone.
 *
 * Words such as `last week` are an interval as {@link timeRange} says, which throws a `TypeError` for others. An interval
 * with an invalid end matches no run. Throws a `TypeError` for an end that is a number and a column that is not of times.
 *
 * @param column - A column of times.
 * @param interval - A date-fns interval, or words.
 * @param options - For words: the time that they count from, and the zone.
 * @example
 * ```ts
 * import { subDays } from 'date-fns'
 * import { between, column } from 'wandb-run-ops/query'
 * import { matches } from 'wandb-run-ops/ops'
 *
 * const end = new Date('2026-11-21T12:00:00Z')
 * const lastWeek = between(column.createdAt, { start: subDays(end, 7), end })
 *
 * matches({ createdAt: new Date('2026-11-14T12:00:00Z') }, lastWeek) // => true
 * matches({ createdAt: new Date('2026-11-14T11:59:59Z') }, lastWeek) // => false
 * matches({ createdAt: new Date('2026-11-20') }, between(column.createdAt, 'this week', { now: end })) // => true
 * ```
 * @category Filters
 * @since 0.1.0
 */
export const between: {
  <R>(column: Column<Date | undefined, R>, interval: Interval<Date | number, Date | number>): Filter<R>
  <R>(column: Column<Date | undefined, R>, words: string, options: TimeRangeOptions): Filter<R>
} = <R>(
  column: Column<Date | undefined, R>,
  given: Interval<Date | number, Date | number> | string,
  options?: TimeRangeOptions,
): Filter<R> => {
  assertNoIssue('Invalid argument of between', betweenIssue(column, given, options))
  const interval = typeof given === 'string' ? timeRange(given, options as TimeRangeOptions) : given
  const [from, to] = [toDate(interval?.start), toDate(interval?.end)].sort(
    (one, other) => one.getTime() - other.getTime(),
  ) as [Date, Date]
  return and(gte(column, from), lte(column, to))
}

/**
 * Matches runs that have a value in a column. A logged `null` or `NaN` counts; a value that was never set does not.
 *
 * @param column - A column.
 * @example
 * ```ts
 * import { column, exists } from 'wandb-run-ops/query'
 * import { matches } from 'wandb-run-ops/ops'
 *
 * const runs = [{ config: { lr: 0.1 } }, { config: { lr: null } }, { config: {} }]
 *
 * runs.map(matches(exists(column.config('lr')))) // => [true, true, false]
 * ```
 * @category Filters
 * @since 0.1.0
 */
export const exists = <A, R>(column: Column<A, R>): Filter<R> => ({ _tag: 'Exists', column })
