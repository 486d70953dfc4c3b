import type { Monoid } from 'fp-ts/lib/Monoid.js'
import type { Column } from '../../types/query/Column.ts'
import type { Order } from '../../types/query/Order.ts'
import type { ColumnRun } from './ColumnRun.ts'

/**
 * Orders runs by a column, smallest first and missing values last.
 *
 * @param column - A column.
 * @example
 * ```ts
 * import * as RA from 'fp-ts/lib/ReadonlyArray.js'
 * import { asc, column, ordOf } from 'wandb-run-ops/ops'
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
 * import { column, desc, ordOf } from 'wandb-run-ops/ops'
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
 * import { asc, column, desc, orderBy, ordOf } from 'wandb-run-ops/ops'
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
