import type { DecodeFailure } from '../types/DecodeFailure.ts'
import type { Progress } from './query.ts'

/**
 * How much of a list to load.
 *
 * @category Loading
 * @since 0.1.0
 */
export interface ListQuery {
  /** How many records one request brings. */
  readonly pageSize?: number | undefined
  /** How many records to load at most; all by default. */
  readonly limit?: number | undefined
  /** The `cursor` of a list that was loaded in part, to go on behind it. */
  readonly after?: string | undefined
  /** Ends the load at once. */
  readonly signal?: AbortSignal | undefined
  /** Told after every request how far the load has come. */
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/**
 * A list of records, and what became of those that are not in it.
 *
 * @typeParam A - The type of the records.
 * @category Loading
 * @since 0.1.0
 */
export interface Listed<A> {
  /** The records, in the server's order, none twice. The array is yours. */
  readonly items: Array<A>
  /** How many there are in all; `undefined` where the server does not say. */
  readonly totalCount: number | undefined
  /** Why some records could not be read, one failure a record. */
  readonly failures: ReadonlyArray<DecodeFailure>
  /** How often a record came again on a later page, because the list changed in between. */
  readonly duplicates: number
  /** How many places held `null` instead of a record. */
  readonly skipped: number
  /** Whether the load reached the end of the list, and accounts for all of `totalCount` where that is known. */
  readonly complete: boolean
  /** Go on behind the last record with `after: cursor`; `undefined` where the server gave none. */
  readonly cursor: string | undefined
}
