import type { DecodeFailure } from '../../types/wire/DecodeFailure.ts'
import type { DecodedPage } from './decodeNodes.ts'

/** What was read so far of a list. */
export interface Collected<A> {
  readonly items: Array<A>
  readonly failures: Array<DecodeFailure>
  duplicates: number
  skipped: number
  /** The number of records accounted for: as items, failures, or entries without a record. */
  accounted: number
  /** The number of pages. */
  pages: number
  /** The number of records that the last page accounted for. */
  lastPage: number
  /** The number of records in the list when the load began; `undefined` if the server does not report it. */
  totalCount: number | undefined
  /** The cursor to continue after. */
  cursor: string | undefined
  /** Whether the end of the list was reached. */
  last: boolean
}

export const emptyCollected = <A>(): Collected<A> => ({
  items: [],
  failures: [],
  duplicates: 0,
  skipped: 0,
  accounted: 0,
  pages: 0,
  lastPage: 0,
  totalCount: undefined,
  cursor: undefined,
  last: false,
})

/** One page, or what was collected of several consecutive pages. */
type Part<A> = Pick<DecodedPage<A>, 'items' | 'failures' | 'duplicates' | 'skipped'> & {
  readonly unwanted?: number
  readonly last: boolean
  /** The number of pages; 1 by default. */
  readonly pages?: number
}

/** Appends a part. Its page numbers continue from the pages that were there before its load. */
export const collect = <A>(collected: Collected<A>, part: Part<A>, pagesBefore: number): void => {
  for (const item of part.items) collected.items.push(item)
  for (const failure of part.failures)
    collected.failures.push(
      pagesBefore === 0 ? failure : Object.freeze({ ...failure, page: (failure.page ?? 0) + pagesBefore }),
    )
  collected.duplicates += part.duplicates
  collected.skipped += part.skipped
  collected.lastPage = part.items.length + part.failures.length + part.skipped + (part.unwanted ?? 0)
  collected.accounted += collected.lastPage
  collected.pages += part.pages ?? 1
  collected.last = part.last
}

/**
 * Whether a load reached the end and accounts for all records. A load that continues after a cursor cannot be compared with
 * the count of all.
 */
export const isComplete = ({ last, totalCount, accounted }: Collected<unknown>, after: string | undefined): boolean =>
  last && (after !== undefined || totalCount === undefined || accounted >= totalCount)
