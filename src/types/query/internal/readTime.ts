import { parseTime } from '../../codec/parseTime.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/
const HOUR = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}$/
const MINUTE = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}$/

const whole = (text: string): string => {
  if (DAY.test(text)) return `${text}T00:00:00`
  if (HOUR.test(text)) return `${text}:00:00`
  return MINUTE.test(text) ? `${text}:00` : text
}

/** The moment that a text in a filter names, as ISO text. What is left out at its end is zero, and the zone is UTC. */
export const readTime = (u: unknown): string | undefined => {
  const text = typeof u === 'string' ? parseTime(whole(u))?.toISOString() : undefined
  // The server knows the years of four digits.
  return text?.length === 24 ? text : undefined
}
