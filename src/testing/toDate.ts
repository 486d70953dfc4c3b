import { assertDate } from '../types/wire/argument.ts'
import { parseTime } from '../types/wire/time.ts'

/** Reads a time of an override: a `Date`, or text as the server sends it. Throws a `TypeError` for anything else. */
export const toDate = (name: string, value: Date | string | undefined): Date | undefined => {
  if (value === undefined) return undefined
  const date = typeof value === 'string' ? parseTime(value) : value
  assertDate(name, date ?? value)
  return date
}
