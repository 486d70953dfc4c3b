import type { LoadError } from '../LoadError.ts'

/** How many successes it takes to ask a server for more again after a failure. */
const SUCCESSES = 3

/** The growth factor for a fast server. */
const GROWTH = 4

/** A response within this time is fast, in milliseconds. */
const FAST = 1_000

/** A response after this time is slow, in milliseconds: ask for less before the server fails. */
const SLOW = 5_000

/**
 * The number of records per request: it grows while the server is fast, shrinks when the server is slow, halves after a
 * failure, and doubles again once the server recovers. If the first size is the maximum, only failures change it.
 */
export interface PageSizer {
  /** The size of the next request, at most `room`. */
  readonly size: (room?: number) => number
  /** The size of the last request. */
  readonly asked: () => number
  readonly failed: (error: LoadError) => void
  /** Requests a single record next: if that fails too, smaller pages do not help. */
  readonly least: () => void
  /** Records a successful response, and how long it took. */
  readonly succeeded: (milliseconds?: number) => void
}

const isOverload = (error: LoadError): boolean =>
  error._tag === 'TimedOut' || (error._tag === 'HttpFailed' && (error.status >= 500 || error.status === 408))

/** Whether a response is larger than the client reads. */
export const isTooLarge = (error: LoadError): boolean =>
  error._tag === 'ResponseMalformed' && error.maxBodyBytes !== undefined

/** The share of a page to ask for after one that was larger than the client reads. */
const TOO_LARGE_SHARE = 8

/**
 * @param most - The maximum size.
 * @param first - The size of the first request.
 */
export const pageSizer = (most: number, first: number = most): PageSizer => {
  const grows = first < most
  let size = first
  let asked = first
  let ceiling = most
  let successes = 0
  let hasFailed = false
  const shrink = (share = 2): void => {
    size = Math.max(1, Math.floor(asked / share))
    successes = 0
    hasFailed = true
  }
  return {
    size: (room = Number.POSITIVE_INFINITY) => {
      asked = Math.min(size, room)
      return asked
    },
    asked: () => asked,
    failed: (error) => {
      if (isOverload(error)) shrink()
      if (!isTooLarge(error)) return
      ceiling = Math.max(1, Math.floor(asked / 2))
      shrink(TOO_LARGE_SHARE)
    },
    least: () => shrink(Number.POSITIVE_INFINITY),
    succeeded: (milliseconds = 0) => {
      if (grows && milliseconds > FAST) return milliseconds > SLOW ? shrink() : undefined
      successes += 1
      if (hasFailed && successes < SUCCESSES) return
      size = Math.min(ceiling, size * (hasFailed ? 2 : GROWTH))
      successes = 0
    },
  }
}
