import type { Interval } from 'date-fns'
import { assertDate, assertOptions } from '../../types/wire/argument.ts'
import { typeName } from '../../types/wire/own.ts'
import { addUnits, DAY, floorClock, HOUR, monthsLater, type TimeUnit } from './calendar.ts'
import { MINUTE, offsetsOf } from './offsets.ts'
import { momentAt, startReader } from './startOf.ts'
import { timeZoneIssue } from './zone.ts'

/**
 * What words for a time refer to.
 *
 * @category Filters
 * @since 0.2.0
 */
export interface TimeRangeOptions {
  /** The time that the words count from, usually `new Date()`. */
  readonly now: Date
  /** The name of the time zone whose clocks decide when a day, a week or a month starts; `UTC` by default. */
  readonly zone?: string | undefined
}

const FORMS =
  'today, yesterday, this hour, last hour (also day, week, month, year), last 7 days (also minutes, hours, weeks, months, years), ' +
  '24h, 7d, 2w, 2026, 2026-11 or 2026-11-21'

/** From a time to another, exclusive. */
type Span = readonly [from: number, to: number]

interface Clock {
  readonly now: number
  readonly zone: string
}

/** The unit, counted from the one that contains now: -1 is the one before it. */
const unitAt = ({ now, zone }: Clock, unit: TimeUnit, at: number): Span => {
  const start = startReader(unit, zone)
  if (unit === 'hour') {
    // Hours are not counted on clocks, which may show one twice.
    const from = start(now)
    return at === 0 ? [from, Math.max(start(from + HOUR), from + 1)] : [start(from - 1), from]
  }
  const clock = now + offsetsOf(zone)(now).offset
  return [momentAt(zone, addUnits(clock, unit, at)), momentAt(zone, addUnits(clock, unit, at + 1))]
}

const monthsFrom = (zone: string, clock: number, count: number): Span => [
  momentAt(zone, clock),
  momentAt(zone, monthsLater(clock, count)),
]

const yearAt = ({ now, zone }: Clock, at: number): Span => {
  const year = new Date(now + offsetsOf(zone)(now).offset).getUTCFullYear() + at
  return monthsFrom(zone, new Date(0).setUTCFullYear(year, 0, 1), 12)
}

const exact: Readonly<Record<string, number>> = { minute: MINUTE, hour: HOUR }
const days: Readonly<Record<string, number>> = { day: 1, week: 7 }

/** The time up to now: hours are exact, days and longer units lead to the same time of day. */
const upToNow = ({ now, zone }: Clock, count: number, unit: string): Span => {
  const length = exact[unit]
  if (length !== undefined) return [now - count * length, now + 1]
  const clock = now + offsetsOf(zone)(now).offset
  const inDays = days[unit]
  const from =
    inDays === undefined ? monthsLater(clock, -count * (unit === 'year' ? 12 : 1)) : clock - count * inDays * DAY
  return [momentAt(zone, from), now + 1]
}

const NAMED = /^(this|last|previous) (hour|day|week|month|year)$/
const COUNTED = /^(?:last|past|previous) (\d{1,5}) (minute|hour|day|week|month|year)s?$/
const SHORT = /^(\d{1,5})([hdw])$/
const DATE = /^(\d{4})(?:-(0[1-9]|1[0-2])(?:-(0[1-9]|[12]\d|3[01]))?)?$/

const letters: Readonly<Record<string, string>> = { h: 'hour', d: 'day', w: 'week' }

const dateSpan = (zone: string, years: string, month?: string, day?: string): Span | undefined => {
  const clock = new Date(0).setUTCFullYear(Number(years), Number(month ?? 1) - 1, Number(day ?? 1))
  if (day === undefined) return monthsFrom(zone, clock, month === undefined ? 12 : 1)
  const isInMonth = floorClock(clock, 'month') === new Date(0).setUTCFullYear(Number(years), Number(month) - 1, 1)
  return isInMonth ? [momentAt(zone, clock), momentAt(zone, clock + DAY)] : undefined
}

const spanOf = (words: string, clock: Clock): Span | undefined => {
  if (words === 'today' || words === 'yesterday') return unitAt(clock, 'day', words === 'today' ? 0 : -1)
  const [, which, named] = NAMED.exec(words) ?? []
  const at = which === 'this' ? 0 : -1
  if (named === 'year') return yearAt(clock, at)
  if (named !== undefined) return unitAt(clock, named as TimeUnit, at)
  const [, count, unit] = COUNTED.exec(words) ?? []
  if (unit !== undefined) return upToNow(clock, Number(count), unit)
  const [, short, letter = ''] = SHORT.exec(words) ?? []
  if (short !== undefined) return upToNow(clock, Number(short), letters[letter] as string)
  const [, year, month, day] = DATE.exec(words) ?? []
  return year === undefined ? undefined : dateSpan(clock.zone, year, month, day)
}

/**
 * Returns the interval that words such as `last week` mean.
 *
 * - `today`, `yesterday`, `this week`, `last month` and the like (hour, day, week, month, year) are whole units on the
 *   clocks of the zone; `last` is the one before this. Weeks start on Monday.
 * - `last 7 days`, `last 24 hours` and the like (minutes, hours, days, weeks, months, years), for short `7d`, `24h`, `2w`,
 *   end now. Days and longer units lead to the same time of day.
 * - `2026`, `2026-11` and `2026-11-21` are a year, a month and a day.
 *
 * Throws a `TypeError` that lists these forms for other words, and for a zone that does not exist.
 *
 * @param words - The words, in upper or lower case.
 * @param options - The time that they count from, and the zone.
 * @returns A date-fns interval. Both ends belong to it: the last is the last millisecond.
 * @example
 * ```ts
 * import { timeRange } from 'wandb-run-ops/query'
 *
 * const now = new Date('2026-11-21T12:00:00Z')
 *
 * timeRange('last week', { now }) // => { start: new Date('2026-11-09'), end: new Date('2026-11-15T23:59:59.999Z') }
 * timeRange('last 24 hours', { now }).start // => new Date('2026-11-20T12:00:00Z')
 * timeRange('today', { now, zone: 'Europe/Berlin' }).start // => new Date('2026-11-20T23:00:00Z')
 * ```
 * @category Filters
 * @since 0.2.0
 */
export const timeRange = (words: string, options: TimeRangeOptions): Interval<Date, Date> => {
  assertOptions('The options of timeRange', options, ['now', 'zone'])
  assertDate('now of timeRange', options.now)
  const { zone = 'UTC' } = options
  const issue = timeZoneIssue(zone)
  if (issue !== undefined) throw new TypeError(`zone of timeRange ${issue}.`)
  const text = typeof words === 'string' ? words.trim().toLowerCase().replace(/\s+/g, ' ') : undefined
  const now = options.now.getTime()
  const span = text === undefined ? undefined : spanOf(text.slice(0, 100), { now, zone })
  if (span === undefined) {
    const given = typeof words === 'string' ? JSON.stringify(words.slice(0, 50)) : typeName(words)
    throw new TypeError(`The words of timeRange must be ${FORMS}, got ${given}.`)
  }
  const interval = { start: new Date(span[0]), end: new Date(span[1] - 1) }
  if (Number.isNaN(interval.start.getTime() + interval.end.getTime()))
    throw new TypeError('The interval of timeRange is out of range: now must be a valid date, and the count smaller.')
  return interval
}
