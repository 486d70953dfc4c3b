import type { HttpReply } from '../../Client.ts'

const number = (text: string | undefined): number | undefined => {
  const n = text === undefined || text.trim() === '' ? Number.NaN : Number(text)
  return Number.isFinite(n) && n >= 0 ? n : undefined
}

/** The longest wait that a header is believed about. */
const DAY = 86_400_000

/** The three spellings of a date in HTTP; the last names no zone and means UTC. */
const httpDate = (text: string): number => {
  if (!/^[A-Za-z]{3,9},? .*\d{2}:\d{2}:\d{2}/.test(text)) return Number.NaN
  return Date.parse(/ (GMT|UTC|[+-]\d{4})$/.test(text) ? text : `${text} GMT`)
}

/** The seconds or the date of a `Retry-After` header, as milliseconds from now; a moment gone by is 0. */
export const retryAfterMs = (header: string | undefined, now: number): number | undefined => {
  if (header === undefined) return undefined
  const seconds = number(header)
  if (seconds !== undefined) return Math.min(seconds * 1000, DAY)
  const date = httpDate(header.trim())
  return Number.isNaN(date) ? undefined : Math.min(Math.max(0, date - now), DAY)
}

/** No wait is that long: it is the time itself, as some proxies send it. */
const isEpoch = (seconds: number): boolean => seconds > 1e9

const resetMs = (seconds: number, now: number): number =>
  Math.min(isEpoch(seconds) ? Math.max(0, seconds * 1000 - now) : seconds * 1000, DAY)

/** What W&B's headers count in where they do not say of how many. */
const WHOLE = 1000

/** A server's rate limit as its answers tell of it. */
export interface Pacer {
  readonly pause: () => number
  readonly spare: () => number
  readonly observe: (reply: HttpReply) => void
}

/**
 * Holds the next request back while the server says that none is left: `RateLimit-Remaining: 0` with the seconds of
 * `RateLimit-Reset`, or a 429 with `Retry-After`. All loads of a client wait together. What is spare is the share that
 * the last answer told of, until the reset that it named.
 */
export const pacer = (now: () => number): Pacer => {
  let openAt = 0
  let told = { share: 1, until: 0 }
  return {
    pause: () => Math.max(0, openAt - now()),
    spare: () => (now() < told.until ? told.share : 1),
    observe: ({ status, headers }) => {
      const remaining = number(headers['ratelimit-remaining'])
      const limit = number(headers['ratelimit-limit'])
      const reset = number(headers['ratelimit-reset'])
      if (remaining !== undefined && reset !== undefined)
        told = { share: Math.min(1, remaining / (limit || WHOLE)), until: now() + resetMs(reset, now()) }
      if (remaining !== undefined && remaining < 1 && reset !== undefined)
        openAt = Math.max(openAt, now() + resetMs(reset, now()))
      const after = status === 429 ? retryAfterMs(headers['retry-after'], now()) : undefined
      if (after === undefined) return
      openAt = Math.max(openAt, now() + after)
      told = { share: 0, until: openAt }
    },
  }
}
