import { MINUTE } from './offsets.ts'

/**
 * A unit of time by which runs can be grouped; weeks start on Monday.
 *
 * @category Query
 * @since 0.2.0
 */
export type TimeUnit = 'day' | 'hour' | 'month' | 'week'

/** The names of the units of time in columns written as text. */
export const timeUnitNames: Readonly<Record<TimeUnit, string>> = {
  hour: 'byHour',
  day: 'byDay',
  week: 'byWeek',
  month: 'byMonth',
}

/** Whether a value is a unit of time. */
export const isTimeUnit = (u: unknown): u is TimeUnit => typeof u === 'string' && Object.hasOwn(timeUnitNames, u)

export const HOUR: number = 60 * MINUTE
export const DAY: number = 24 * HOUR

/** 1970-01-05, the first Monday after the start of Unix time. */
export const MONDAY: number = 4 * DAY

const floorTo = (time: number, length: number, origin = 0): number =>
  Math.floor((time - origin) / length) * length + origin

/** The units by name. A clock's reading is the milliseconds of the UTC time that looks the same. */
const floors: Readonly<Record<Exclude<TimeUnit, 'month'>, (clock: number) => number>> = {
  hour: (clock) => floorTo(clock, HOUR),
  day: (clock) => floorTo(clock, DAY),
  week: (clock) => floorTo(clock, 7 * DAY, MONDAY),
}

/** The months since January of year 0 that a clock shows, and the start of one. */
const monthOf = (clock: number): number => {
  const date = new Date(clock)
  return date.getUTCFullYear() * 12 + date.getUTCMonth()
}

const startOfMonth = (month: number): number =>
  new Date(0).setUTCFullYear(Math.floor(month / 12), month - Math.floor(month / 12) * 12, 1)

/** What a clock shows at the start of the unit that it shows. */
export const floorClock = (clock: number, unit: TimeUnit): number =>
  unit === 'month' ? startOfMonth(monthOf(clock)) : floors[unit](clock)

/** What a clock shows some units after the start of the unit that it shows. */
export const addUnits = (clock: number, unit: TimeUnit, count: number): number => {
  if (unit === 'month') return startOfMonth(monthOf(clock) + count)
  return floors[unit](clock) + count * { hour: HOUR, day: DAY, week: 7 * DAY }[unit]
}

/** What a clock shows on the same day and at the same time some months later, or on the last day of a shorter month. */
export const monthsLater = (clock: number, count: number): number => {
  const date = new Date(clock)
  const start = startOfMonth(monthOf(clock) + count)
  const length = Math.round((startOfMonth(monthOf(clock) + count + 1) - start) / DAY)
  return start + (Math.min(date.getUTCDate(), length) - 1) * DAY + (clock - floorTo(clock, DAY))
}
