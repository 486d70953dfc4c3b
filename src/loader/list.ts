import type { DecodeFailure } from '../types/DecodeFailure.ts'
import type { Progress } from './query.ts'

/**
 * The paging options of a list.
 *
 * @category Loading
 * @since 0.1.0
 */
export interface ListQuery {
  /** The number of records per request. */
  readonly pageSize?: number | undefined
  /** The maximum number of records to load; all by default. */
  readonly limit?: number | undefined
  /** The `cursor` of a partly loaded list, to continue after it. */
  readonly after?: string | undefined
  /** Aborts the load. */
  readonly signal?: AbortSignal | undefined
  /** Called with the progress after every request. */
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/**
 * A list of records, with an account of those that are not in it.
 *
 * @typeParam A - The type of the records.
 * @category Loading
 * @since 0.1.0
 */
export interface Listed<A> {
  /** The records in the server's order, without duplicates. The array is yours to change. */
  readonly items: Array<A>
  /** The total number of records; `undefined` if the server does not report it. */
  readonly totalCount: number | undefined
  /** The records that could not be read, one failure each. */
  readonly failures: ReadonlyArray<DecodeFailure>
  /** The number of records that came again on a later page because the list changed in between. */
  readonly duplicates: number
  /** The number of entries that were `null` instead of a record. */
  readonly skipped: number
  /** Whether the load reached the end of the list and accounts for all of `totalCount`, if that is known. */
  readonly complete: boolean
  /** The cursor to continue with as `after`; `undefined` if the server returned none. */
  readonly cursor: string | undefined
}
