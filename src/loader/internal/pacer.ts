import type { HttpReply } from '../Client.ts'

const number = (text: string | undefined): number | undefined => {
  const n = text === undefined || text.trim() === '' ? Number.NaN : Number(text)
  return Number.isFinite(n) && n >= 0 ? n : undefined
}

/** The longest wait that a header is believed about. */
const DAY = 86_400_000

/** The seconds or the date of a `Retry-After` header, as milliseconds from now; a moment gone by is 0. */
export const retryAfterMs = (header: string | undefined, now: number): number | undefined => {
  if (header === undefined) return undefined
  const seconds = number(header)
  if (seconds !== undefined) return Math.min(seconds * 1000, DAY)
  const date = Date.parse(header)
  return Number.isNaN(date) ? undefined : Math.min(Math.max(0, date - now), DAY)
}

/**
 * Holds the next request back while the server says that none is left: `RateLimit-Remaining: 0` with the seconds of
 * `RateLimit-Reset`.
 */
export const pacer = (
  now: () => number,
): { readonly pause: () => number; readonly observe: (reply: HttpReply) => void } => {
  let openAt = 0
  return {
    pause: () => Math.max(0, openAt - now()),
    observe: ({ headers }) => {
      const remaining = number(headers['ratelimit-remaining'])
      const reset = number(headers['ratelimit-reset'])
      if (remaining !== undefined && remaining < 1 && reset !== undefined)
        openAt = Math.max(openAt, now() + Math.min(reset * 1000, DAY))
    },
  }
}
