import { parseTime } from '../../types/codec/parseTime.ts'

const DAY = /^(?:\d{4}|[+-]\d{6})-\d{2}-\d{2}$/
const MINUTE = /^(?:\d{4}|[+-]\d{6})-\d{2}-\d{2}[Tt ]\d{2}:\d{2}$/

/** The first 1000 years of the epoch, in seconds: what is larger counts smaller units. */
const LARGEST_SECONDS = 365 * 24 * 60 * 60 * 1000

/** The moment that a text names, in UTC where it names no zone: a day alone is its beginning. `null` where it names none. */
export const momentOf = (text: string): Date | null => {
  const trimmed = text.trim()
  const seconds = DAY.test(trimmed) ? 'T00:00:00' : MINUTE.test(trimmed) ? ':00' : ''
  return parseTime(`${trimmed}${seconds}`) ?? null
}

/** Whole milliseconds, rounded down, but not by what the arithmetic before has rounded. */
const whole = (milliseconds: number): number => {
  const near = Math.round(milliseconds)
  return Math.abs(milliseconds - near) <= Math.abs(near) * Number.EPSILON ? near : Math.floor(milliseconds)
}

/** The moment that a number counts up to from 1970 on, in the unit that its size suggests; `null` where none does. */
export const momentAfter = (count: number): Date | null => {
  const size = Math.abs(count)
  if (size < LARGEST_SECONDS) return new Date(whole(count * 1000))
  if (size < LARGEST_SECONDS * 1e3) return new Date(whole(count))
  if (size < LARGEST_SECONDS * 1e6) return new Date(whole(count / 1e3))
  if (size < LARGEST_SECONDS * 1e9) return new Date(whole(count / 1e6))
  return null
}
