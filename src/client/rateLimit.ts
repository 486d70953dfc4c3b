import type { RateLimit } from './Client.ts'

const number = (text: string | undefined): number | undefined => {
  const n = text === undefined || text.trim() === '' ? Number.NaN : Number(text)
  return Number.isFinite(n) && n >= 0 ? n : undefined
}

/** The longest wait read from a header. */
const DAY = 86_400_000

/** Parses the three HTTP date formats; the last has no zone and means UTC. */
const httpDate = (text: string): number => {
  if (!/^[A-Za-z]{3,9},? .*\d{2}:\d{2}:\d{2}/.test(text)) return Number.NaN
  return Date.parse(/ (GMT|UTC|[+-]\d{4})$/.test(text) ? text : `${text} GMT`)
}

/** The seconds or the date of a `Retry-After` header, as milliseconds from now; 0 for a past date. */
export const retryAfterMs = (header: string | undefined, now: number): number | undefined => {
  if (header === undefined) return undefined
  const seconds = number(header)
  if (seconds !== undefined) return Math.min(seconds * 1000, DAY)
  const date = httpDate(header.trim())
  return Number.isNaN(date) ? undefined : Math.min(Math.max(0, date - now), DAY)
}

/** The longest wait that is kept. W&B's own rate limits last a minute. */
const HOUR = 3_600_000

/** Some proxies send the reset as a Unix time, in seconds or milliseconds, instead of a duration. */
const resetMs = (reset: number, now: number): number => {
  if (reset > 1e11) return Math.max(0, reset - now)
  return reset > 1e9 ? Math.max(0, reset * 1000 - now) : reset * 1000
}

/** The limit that W&B's headers assume if they do not state one. */
const DEFAULT_LIMIT = 1000

/**
 * Delays the next request while the server has none left: `RateLimit-Remaining: 0` with the seconds of
 * `RateLimit-Reset`, or a 429 with `Retry-After`. What remains is the share that the last response reported, until its
 * reset.
 *
 * A wait of more than an hour would block the client for what is most likely a mistake, such as milliseconds for seconds.
 * It counts as `shortMs` only.
 */
export const trackRateLimit = (now: () => number, shortMs = 30_000): RateLimit => {
  const credible = (wait: number): number => (wait > HOUR ? shortMs : wait)
  let openAt = 0
  let reported = { share: 1, until: 0 }
  return Object.freeze<RateLimit>({
    remaining: () => (now() < reported.until ? reported.share : 1),
    delayMs: () => Math.max(0, openAt - now()),
    update: ({ status, headers }) => {
      const remaining = number(headers['ratelimit-remaining'])
      const limit = number(headers['ratelimit-limit'])
      const reset = number(headers['ratelimit-reset'])
      if (remaining !== undefined && reset !== undefined) {
        const until = now() + credible(resetMs(reset, now()))
        reported = { share: Math.min(1, remaining / (limit || DEFAULT_LIMIT)), until }
        if (remaining < 1) openAt = Math.max(openAt, until)
      }
      const after = status === 429 ? retryAfterMs(headers['retry-after'], now()) : undefined
      if (after === undefined) return
      openAt = Math.max(openAt, now() + credible(after))
      reported = { share: 0, until: openAt }
    },
  })
}
