import type { LoadError } from '../LoadError.ts'

/** How many good answers it takes to trust the server with more again. */
const GOOD_ANSWERS = 3

/** How many records to ask for at once: half after the server failed at it, twice, up to what was wanted, when it recovers. */
export interface PageSizer {
  readonly size: () => number
  readonly failed: (error: LoadError) => void
  readonly succeeded: () => void
}

const isTooMuch = (error: LoadError): boolean =>
  error._tag === 'TimedOut' || (error._tag === 'HttpFailed' && error.status >= 500)

export const pageSizer = (wanted: number): PageSizer => {
  let size = wanted
  let good = 0
  return {
    size: () => size,
    failed: (error) => {
      if (!isTooMuch(error)) return
      size = Math.max(1, Math.floor(size / 2))
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
