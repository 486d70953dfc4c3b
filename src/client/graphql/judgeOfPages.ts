import { loadError } from '../LoadError.ts'
import { type AttemptFailure, finalFailure } from '../withRetries.ts'
import { isTooLarge, type PageSizer } from './pageSizer.ts'

/** The number of equal failures after which a single record is asked for. */
const SUSPICIOUS = 3

/** The number of equal failures after which the query itself is at fault. */
const HOPELESS = 5

/** Asks at once for less after a response that is larger than the client reads; `undefined` for another failure. */
export const smallerInstead = (sizer: PageSizer, { error }: AttemptFailure): AttemptFailure | undefined => {
  if (!isTooLarge(error)) return undefined
  return sizer.asked() > 1 ? { error, retries: Number.POSITIVE_INFINITY, afterMs: 0 } : finalFailure(error)
}

/** Judges the failed attempts at the pages of a list. */
interface JudgeOfPages {
  /** Shrinks the page, and returns the failure, or ends the retries that no smaller page would help. */
  readonly failed: (failure: AttemptFailure) => AttemptFailure
  readonly succeeded: () => void
}

/**
 * W&B answers a filter or an order that it does not understand with status 500, as it does when it is overloaded. The same
 * answer again and again, down to a single record and before any page came, means that it does not understand.
 */
export const judgeOfPages = (sizer: PageSizer): JudgeOfPages => {
  let hasSucceeded = false
  let last: string | undefined
  let streak = 0
  return {
    succeeded: () => {
      hasSucceeded = true
    },
    failed: (failure) => {
      const { error } = failure
      const isLeast = sizer.asked() === 1
      const verdict = smallerInstead(sizer, failure)
      sizer.failed(error)
      if (verdict !== undefined) return verdict
      const own = error._tag === 'HttpFailed' && error.status === 500 && !hasSucceeded ? error.detail : undefined
      streak = own !== undefined && own === last ? streak + 1 : 1
      last = own
      if (own === undefined || streak < SUSPICIOUS) return failure
      sizer.least()
      const advice = 'it does so even for a single record, so check the filters and the order, or try again later'
      return streak < HOPELESS || !isLeast
        ? failure
        : finalFailure(loadError({ _tag: 'HttpFailed', status: 500, detail: own, advice }))
    },
  }
}
