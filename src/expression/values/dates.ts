import { parseTime } from '../../types/wire/time.ts'

const DAY = /^(?:\d{4}|[+-]\d{6})-\d{2}-\d{2}$/
const MINUTE = /^(?:\d{4}|[+-]\d{6})-\d{2}-\d{2}[Tt ]\d{2}:\d{2}$/

/** Larger numbers count smaller units than seconds. */
const MAX_SECONDS = 365 * 24 * 60 * 60 * 1000

/** Parses a date, in UTC by default; a day alone is its start. `null` if the string is not a date. */
export const dateFromText = (text: string): Date | null => {
  const trimmed = text.trim()
  const seconds = DAY.test(trimmed) ? 'T00:00:00' : MINUTE.test(trimmed) ? ':00' : ''
  return parseTime(`${trimmed}${seconds}`) ?? null
}

/** Rounds down to milliseconds, after correcting floating-point error. */
const whole = (milliseconds: number): number => {
  const near = Math.round(milliseconds)
  return Math.abs(milliseconds - near) <= Math.abs(near) * Number.EPSILON ? near : Math.floor(milliseconds)
}

/** Converts a timestamp to a date, in the unit that its size suggests; `null` if it is out of range. */
export const dateFromNumber = (count: number): Date | null => {
  const size = Math.abs(count)
  if (size < MAX_SECONDS) return new Date(whole(count * 1000))
  if (size < MAX_SECONDS * 1e3) return new Date(whole(count))
  if (size < MAX_SECONDS * 1e6) return new Date(whole(count / 1e3))
  if (size < MAX_SECONDS * 1e9) return new Date(whole(count / 1e6))
  return null
}
