import type { Interval } from 'date-fns'
import { toDate } from 'date-fns/toDate'
import type { Column } from '../../types/query/Column.ts'
import type { Filter } from '../../types/query/Filter.ts'
import { and } from './combine.ts'
import { gte, lte } from './compare.ts'

/**
 * Matches runs whose time in a column lies in an interval, both ends included. The ends may be in either order, as
 * in date-fns. An end is a `Date` or a number of milliseconds; strings are not accepted, since date-fns would read
 * them in the local time zone.
 *
 * An interval with an invalid end matches no run.
 *
 * @param column - A column of times.
 * @param interval - A date-fns interval.
 * @example
 * ```ts
 * import { subDays } from 'date-fns'
 * import { between, column, matches } from 'wandb-run-ops/ops'
 *
 * const end = new Date('2026-11-21T12:00:00Z')
 * const lastWeek = between(column.createdAt, { start: subDays(end, 7), end })
 *
 * matches({ createdAt: new Date('2026-11-14T12:00:00Z') }, lastWeek) // => true
 * matches({ createdAt: new Date('2026-11-14T11:59:59Z') }, lastWeek) // => false
 * ```
 * @category Filters
 * @since 0.1.0
 */
export const between = <R>(
  column: Column<Date | undefined, R>,
  { start, end }: Interval<Date | number, Date | number>,
): Filter<R> => {
  const [from, to] = [toDate(start), toDate(end)].sort((one, other) => one.getTime() - other.getTime()) as [Date, Date]
  return and(gte(column, from), lte(column, to))
}
