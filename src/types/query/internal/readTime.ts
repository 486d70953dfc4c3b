import { parseTime } from '../../codec/parseTime.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/
const HOUR = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}$/
const MINUTE = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}$/

const completeTime = (text: string): string => {
  if (DAY.test(text)) return `${text}T00:00:00`
  if (HOUR.test(text)) return `${text}:00:00`
  return MINUTE.test(text) ? `${text}:00` : text
}

/** Parses a time in a filter to ISO format. Omitted trailing parts are zero, and the time zone is UTC. */
export const readTime = (u: unknown): string | undefined => {
  const text = typeof u === 'string' ? parseTime(completeTime(u))?.toISOString() : undefined
  // The server accepts four-digit years only.
  return text?.length === 24 ? text : undefined
}
