import type { Monoid } from 'fp-ts/lib/Monoid.js'
import type { Column, ColumnRun } from './Column.ts'

/**
 * The sort direction: `asc`, smallest first, or `desc`, largest first.
 *
 * @category Query
 * @since 0.1.0
 */
export type Direction = 'asc' | 'desc'

/**
 * A column to sort by.
 *
 * @typeParam R - What a run must have for the column to be read.
 * @category Query
 * @since 0.1.0
 */
export interface OrderTerm<R = never> {
  /** The column. */
  readonly column: Column<unknown, R>
  /** The direction. Missing values come last in both. */
  readonly direction: Direction
}

/**
 * An order of runs, as data: runs are sorted by the first column, ties by the next one, and so on.
 *
 * @typeParam R - What a run must have to be sorted; `never` if that is unknown.
 * @category Query
 * @since 0.1.0
 */
export type Order<R = never> = ReadonlyArray<OrderTerm<R>>

/**
 * Orders runs by a column, smallest first and missing values last.
 *
 * @param column - A column.
 * @example
 * ```ts
 * import * as RA from 'fp-ts/lib/ReadonlyArray.js'
 * import { asc, column } from 'wandb-run-ops/query'
 * import { ordOf } from 'wandb-run-ops/ops'
 *
 * const runs = [{ summary: { 'val/loss': NaN } }, { summary: { 'val/loss': 0.2 } }, { summary: { 'val/loss': 0.1 } }]
 * const best = ordOf(asc(column.summary('val/loss')))
 *
 * RA.sort(best)(runs).map((run) => run.summary['val/loss']) // => [0.1, 0.2, NaN]
 * ```
 * @category Orders
 * @since 0.1.0
 */
export const asc = <A, R>(column: Column<A, R>): Order<R> => [{ column, direction: 'asc' }]

/**
 * Orders runs by a column, largest first and missing values last.
 *
 * @param column - A column.
 * @example
 * ```ts
 * import { column, desc } from 'wandb-run-ops/query'
 * import { ordOf } from 'wandb-run-ops/ops'
 *
 * const newest = ordOf(desc(column.createdAt))
 *
 * newest.compare({ createdAt: new Date('2026-11-20') }, { createdAt: new Date('2026-11-21') }) // => 1
 * ```
 * @category Orders
 * @since 0.1.0
 */
export const desc = <A, R>(column: Column<A, R>): Order<R> => [{ column, direction: 'desc' }]

/**
 * Combines orders: each later one breaks the ties of those before it. Without orders, all runs tie.
 *
 * @param orders - Orders.
 * @example
 * ```ts
 * import { asc, column, desc, orderBy } from 'wandb-run-ops/query'
 * import { ordOf } from 'wandb-run-ops/ops'
 *
 * const order = ordOf(orderBy(asc(column.group), desc(column.createdAt)))
 * const createdAt = new Date('2026-11-21')
 *
 * order.compare({ group: 'a', createdAt }, { group: 'b', createdAt }) // => -1
 * ```
 * @category Orders
 * @since 0.1.0
 */
export const orderBy = <O extends ReadonlyArray<Order>>(...orders: O): Order<ColumnRun<O[number][number]['column']>> =>
  orders.flat() as ReadonlyArray<unknown> as Order<ColumnRun<O[number][number]['column']>>

/**
 * The monoid of orders under {@link orderBy}, with the order in which all runs tie.
 *
 * @category Instances
 * @since 0.1.0
 */
export const monoidOrder = <R>(): Monoid<Order<R>> => ({ concat: orderBy, empty: [] })
