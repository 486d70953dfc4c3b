/** The units that dates are rounded down to. */
export const timeUnits = ['year', 'quarter', 'month', 'week', 'day', 'hour', 'minute'] as const

export type TimeUnit = (typeof timeUnits)[number]

const lengths: Partial<Record<TimeUnit, number>> = { day: 86_400_000, hour: 3_600_000, minute: 60_000 }

const firstMonth = (month: number, unit: TimeUnit): number =>
  unit === 'year' ? 0 : unit === 'quarter' ? month - (month % 3) : month

/** Returns the start of a date's unit, in UTC; weeks start on Sunday. `null` if it is out of range. */
export const startOf = (date: Date, unit: TimeUnit): Date | null => {
  const start = new Date(date)
  const length = lengths[unit]
  if (length !== undefined) start.setTime(Math.floor(start.getTime() / length) * length)
  else {
    start.setUTCHours(0, 0, 0, 0)
    if (unit === 'week') start.setUTCDate(start.getUTCDate() - start.getUTCDay())
    else start.setUTCMonth(firstMonth(start.getUTCMonth(), unit), 1)
  }
  return Number.isNaN(start.getTime()) ? null : start
}
