const TIME =
  /^(\d{4}|[+-]\d{6})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?: ?([Zz]|[+-]\d{2}(?::?\d{2})?))?$/

/** The Gregorian calendar repeats after this many years, and this many milliseconds. */
const CYCLE = 400
const CYCLE_MS = 146_097 * 86_400_000

/** An equivalent year outside 0 to 99, for which `Date.UTC` has a special rule. */
const equivalentYear = (year: number): number => 2000 + (((year % CYCLE) + CYCLE) % CYCLE)

const daysIn = (year: number, month: number): number => new Date(Date.UTC(equivalentYear(year), month, 0)).getUTCDate()

/** The offset of a time zone from UTC in minutes; `NaN` if it is not valid. */
const offsetOf = (zone: string): number => {
  const hours = Number(zone.slice(1, 3))
  const minutes = Number(zone.slice(3).replace(':', ''))
  return hours < 24 && minutes < 60 ? Number(`${zone[0]}1`) * (hours * 60 + minutes) : Number.NaN
}

/** Parses a time, in UTC if it has no time zone; `undefined` if it is not a valid time. */
export const parseTime = (text: string): Date | undefined => {
  const found = TIME.exec(text)
  if (found === null) return undefined
  const [, years = '', month = '', day = '', hour = '', minute = '', second = '', fraction = '', zone = 'Z'] = found
  const year = Number(years)
  const offset = zone === 'Z' || zone === 'z' ? 0 : offsetOf(zone)
  const inRange =
    years !== '-000000' &&
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(day) >= 1 &&
    (Number(day) <= 28 || Number(day) <= daysIn(year, Number(month))) &&
    Number(hour) < 24 &&
    Number(minute) < 60 &&
    Number(second) < 60
  if (!inRange) return undefined
  const equivalent = equivalentYear(year)
  const milliseconds = Number(fraction.slice(0, 3).padEnd(3, '0'))
  const time = Date.UTC(
    equivalent,
    Number(month) - 1,
    Number(day),
    Number(hour),
    Number(minute) - offset,
    Number(second),
    milliseconds,
  )
  const date = new Date(time + ((year - equivalent) / CYCLE) * CYCLE_MS)
  return Number.isNaN(date.getTime()) ? undefined : date
}
