import type { LoadError } from '../../LoadError.ts'

/** How many good answers it takes to trust a server that failed with more again. */
const GOOD_ANSWERS = 3

/** How much more to ask of a server that answers fast. */
const GROWTH = 4

/** An answer within this many milliseconds is a fast one. */
const FAST = 1_000

/** A server that takes this many milliseconds is asked for less, before it fails. */
const SLOW = 5_000

/**
 * How many records to ask for at once: more while the server answers fast, fewer when it is slow, half after it failed
 * at them, and twice as many again when it recovers. Where the first size is the largest, only failures change it.
 */
export interface PageSizer {
  /** How many to ask for now, where there is room for so many. */
  readonly size: (room?: number) => number
  readonly failed: (error: LoadError) => void
  /** Told of a good answer, and how long it took. */
  readonly succeeded: (milliseconds?: number) => void
}

const isTooMuch = (error: LoadError): boolean =>
  error._tag === 'TimedOut' || (error._tag === 'HttpFailed' && (error.status >= 500 || error.status === 408))

/**
 * @param most - How many one request asks for at most.
 * @param first - How many the first one asks for.
 */
export const pageSizer = (most: number, first: number = most): PageSizer => {
  const grows = first < most
  let size = first
  let asked = first
  let good = 0
  let hasFailed = false
  const shrink = (): void => {
    size = Math.max(1, Math.floor(asked / 2))
    good = 0
    hasFailed = true
  }
  return {
    size: (room = Number.POSITIVE_INFINITY) => {
      asked = Math.min(size, room)
      return asked
    },
    failed: (error) => {
      if (isTooMuch(error)) shrink()
    },
    succeeded: (milliseconds = 0) => {
      if (grows && milliseconds > FAST) return milliseconds > SLOW ? shrink() : undefined
      good += 1
      if (hasFailed && good < GOOD_ANSWERS) return
      size = Math.min(most, size * (hasFailed ? 2 : GROWTH))
      good = 0
    },
  }
}
