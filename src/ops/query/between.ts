import type { Interval } from 'date-fns'
import { toDate } from 'date-fns/toDate'
import type { Column } from '../../types/query/Column.ts'
import type { Filter } from '../../types/query/Filter.ts'
import { and } from './combine.ts'
import { gte, lte } from './compare.ts'

/**
 * The runs whose moment lies in an interval, both ends included. The ends may stand in either order, as in date-fns. An end is a `Date` or
 * its milliseconds: date-fns would read text by the machine's time zone.
 *
 * No run is in an interval with an invalid end.
 *
 * @param column - A column of moments.
 * @param interval - An interval as date-fns has it, of moments.
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
