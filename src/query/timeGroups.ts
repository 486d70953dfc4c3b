import { assertNoIssue } from '../types/wire/argument.ts'
import { type Column, DEFAULT_ZONE, type FieldColumn, type StartOfColumn } from './Column.ts'
import { columnIssue } from './filterIssue.ts'
import { type TimeUnit, timeUnitNames } from './time/calendar.ts'

type TimeGroup = <A extends Date | undefined, R>(column: Column<A, R>, zone?: string) => Column<A, R>

const by =
  (unit: TimeUnit): TimeGroup =>
  (column, zone = DEFAULT_ZONE) => {
    const start: StartOfColumn = { _tag: 'StartOf', unit, of: column as FieldColumn, zone }
    const issue = columnIssue(start, [])
    const field = issue?.field === 'of' ? 'column' : issue?.field
    assertNoIssue(`Invalid argument of ${timeUnitNames[unit]}`, issue && { ...issue, field: field as string })
    return start
  }

/**
 * Returns a column with the start of the hour of a time, to group runs by.
 *
 * An hour starts where the clocks of the zone show a full hour, before or after they are changed: the hour that is
 * repeated when clocks are set back is an hour of its own. See {@link byDay} for the rest.
 *
 * @param column - A column of times: `column.createdAt` or `column.heartbeatAt`.
 * @param zone - The name of a time zone; `UTC` by default.
 * @example
 * ```ts
 * import { byHour, column } from 'wandb-run-ops/query'
 * import { columnValue } from 'wandb-run-ops/ops'
 *
 * const run = { createdAt: new Date('2026-11-21T10:40:00Z') }
 *
 * columnValue(run, byHour(column.createdAt)) // => new Date('2026-11-21T10:00:00Z')
 * columnValue(run, byHour(column.createdAt, 'Asia/Kathmandu')) // => new Date('2026-11-21T10:15:00Z')
 * ```
 * @category Query
 * @since 0.2.0
 */
export const byHour: TimeGroup = /* @__PURE__ */ by('hour')

/**
 * Returns a column with the start of the day of a time, to group runs by.
 *
 * Its values are times: the first moment of the day on the clocks of the zone, which is not midnight on days that begin
 * with a change of the clocks. A missing time stays missing. The server cannot filter or order by it. Throws a
 * `TypeError` for a column that is not of times, and for a zone that does not exist.
 *
 * @param column - A column of times: `column.createdAt` or `column.heartbeatAt`.
 * @param zone - The name of a time zone; `UTC` by default.
 * @example
 * ```ts
 * import { byDay, column } from 'wandb-run-ops/query'
 * import { groupRunsBy } from 'wandb-run-ops/ops'
 *
 * const runs = ['2026-11-20T22:30:00Z', '2026-11-20T23:30:00Z'].map((time) => ({ createdAt: new Date(time) }))
 *
 * groupRunsBy(byDay(column.createdAt))(runs).length // => 1
 * groupRunsBy(byDay(column.createdAt, 'Europe/Berlin'))(runs).map(({ key }) => key) // => [new Date('2026-11-19T23:00:00Z'), new Date('2026-11-20T23:00:00Z')]
 * ```
 * @category Query
 * @since 0.2.0
 */
export const byDay: TimeGroup = /* @__PURE__ */ by('day')

/**
 * Returns a column with the start of the week of a time, to group runs by. Weeks start on Monday. See {@link byDay} for
 * the rest.
 *
 * @param column - A column of times: `column.createdAt` or `column.heartbeatAt`.
 * @param zone - The name of a time zone; `UTC` by default.
 * @example
 * ```ts
 * import { byWeek, column } from 'wandb-run-ops/query'
 * import { columnValue } from 'wandb-run-ops/ops'
 *
 * columnValue({ createdAt: new Date('2026-11-22T10:00:00Z') }, byWeek(column.createdAt)) // => new Date('2026-11-16')
 * ```
 * @category Query
 * @since 0.2.0
 */
export const byWeek: TimeGroup = /* @__PURE__ */ by('week')

/**
 * Returns a column with the start of the month of a time, to group runs by. See {@link byDay} for the rest.
 *
 * @param column - A column of times: `column.createdAt` or `column.heartbeatAt`.
 * @param zone - The name of a time zone; `UTC` by default.
 * @example
 * ```ts
 * import { byMonth, column } from 'wandb-run-ops/query'
 * import { columnValue } from 'wandb-run-ops/ops'
 *
 * columnValue({ createdAt: new Date('2026-11-22T10:00:00Z') }, byMonth(column.createdAt)) // => new Date('2026-11-01')
 * ```
 * @category Query
 * @since 0.2.0
 */
export const byMonth: TimeGroup = /* @__PURE__ */ by('month')
