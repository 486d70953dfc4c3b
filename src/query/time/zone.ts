import { nearestNames } from '../../types/wire/nearest.ts'
import { typeName } from '../../types/wire/own.ts'

/** Names of areas and cities start with a letter; an offset such as `+05:30` is not known to all engines. */
const NAME = /^[A-Za-z][\w+/-]*$/

const MAX_KNOWN = 1000

const known = new Map<string, boolean>()

/** Whether the runtime knows a name. It takes letters in any case, which not all engines do. */
const isKnown = (name: string): boolean => {
  try {
    const { timeZone } = new Intl.DateTimeFormat('en-US', { timeZone: name }).resolvedOptions()
    return timeZone === name || timeZone.toLowerCase() !== name.toLowerCase()
  } catch {
    return false
  }
}

/** Whether a text is the name of a time zone, such as `Europe/Berlin` or `UTC`. */
export const isTimeZone = (u: unknown): u is string => {
  if (typeof u !== 'string' || u.length > 100 || !NAME.test(u)) return false
  const found = known.get(u)
  if (found !== undefined) return found
  if (known.size >= MAX_KNOWN) known.clear()
  const answer = isKnown(u)
  known.set(u, answer)
  return answer
}

/** Why a value is not a time zone, as the rest of a sentence. */
export const timeZoneIssue = (u: unknown): string | undefined => {
  if (isTimeZone(u)) return undefined
  const [nearest = 'Europe/Berlin'] = typeof u === 'string' ? nearestNames(u, Intl.supportedValuesOf('timeZone')) : []
  const given = typeof u === 'string' ? JSON.stringify(u.slice(0, 50)) : typeName(u)
  return `must be the name of a time zone, such as "${nearest}" or "UTC", got ${given}`
}
