import { parseJSON } from 'date-fns/parseJSON'

const TIME =
  /^(\d{4}|[+-]\d{6})-(\d{2})-(\d{2})[Tt ](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?: ?([Zz]|[+-]\d{2}(?::?\d{2})?))?$/

/** The Gregorian calendar repeats itself after this many years. */
const CYCLE = 400

/** A year that is alike, for which the engine has no special rule as it has for the years 0 to 99. */
const likeYear = (year: number): number => 2000 + (((year % CYCLE) + CYCLE) % CYCLE)

const daysIn = (year: number, month: number): number => new Date(Date.UTC(likeYear(year), month, 0)).getUTCDate()

const isOffset = (zone: string): boolean => Number(zone.slice(1, 3)) < 24 && Number(zone.slice(3).replace(':', '')) < 60

/** The moment that a text names, in UTC where it names no zone; `undefined` where it names none. */
export const parseTime = (text: string): Date | undefined => {
  const found = TIME.exec(text)
  if (found === null) return undefined
  const [, years = '', month = '', day = '', hour = '', minute = '', second = '', fraction = '', zone = 'Z'] = found
  const year = Number(years)
  const isUtc = zone === 'Z' || zone === 'z'
  const inRange =
    years !== '-000000' &&
    Number(month) >= 1 &&
    Number(month) <= 12 &&
    Number(day) >= 1 &&
    (Number(day) <= 28 || Number(day) <= daysIn(year, Number(month))) &&
    Number(hour) < 24 &&
    Number(minute) < 60 &&
    Number(second) < 60 &&
    (isUtc || isOffset(zone))
  if (!inRange) return undefined
  // parseJSON reads at most seven digits of a fraction, a zone only right behind them, and years of four digits.
  const milliseconds = fraction === '' ? '' : `.${fraction.slice(0, 3)}`
  const time = `${month}-${day}T${hour}:${minute}:${second}${milliseconds}${isUtc ? 'Z' : zone}`
  if (year >= 100 && year <= 9999) return parseJSON(`${years.slice(-4)}-${time}`)
  const date = parseJSON(`${likeYear(year)}-${time}`)
  date.setUTCFullYear(date.getUTCFullYear() + year - likeYear(year))
  return Number.isNaN(date.getTime()) ? undefined : date
}
