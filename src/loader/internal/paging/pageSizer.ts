import type { LoadError } from '../../LoadError.ts'

/** How many good answers it takes to trust the server with more again. */
const GOOD_ANSWERS = 3

/** How many records to ask for at once: half after the server failed at it, twice, up to what was wanted, when it recovers. */
export interface PageSizer {
  /** How many to ask for now, where there is room for so many. */
  readonly size: (room?: number) => number
  readonly failed: (error: LoadError) => void
  readonly succeeded: () => void
}

const isTooMuch = (error: LoadError): boolean =>
  error._tag === 'TimedOut' || (error._tag === 'HttpFailed' && (error.status >= 500 || error.status === 408))

export const pageSizer = (wanted: number): PageSizer => {
  let size = wanted
  let asked = wanted
  let good = 0
  return {
    size: (room = Number.POSITIVE_INFINITY) => {
      asked = Math.min(size, room)
      return asked
    },
    failed: (error) => {
      if (!isTooMuch(error)) return
      size = Math.max(1, Math.floor(asked / 2))
      good = 0
    },
    succeeded: () => {
      good += 1
      if (good < GOOD_ANSWERS) return
      size = Math.min(wanted, size * 2)
      good = 0
    },
  }
}
