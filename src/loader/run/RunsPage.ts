import type { Page } from '../../client/graphql/paginate.ts'
import type { DecodeFailure } from '../../types/wire/DecodeFailure.ts'
import type { DecodedRuns } from './decodePage.ts'

/**
 * The number of entries without a record in the lists inside of runs: `null`, drafts of artifact versions, and files that do
 * not exist.
 *
 * @category Loading
 * @since 0.2.0
 */
export interface SkippedInside {
  /** Entries that are `null` or a draft without a version number, instead of an artifact version. */
  readonly artifactVersions: number
  /** Entries that are `null` or a name without a file, instead of a file. */
  readonly files: number
}

/**
 * A page of runs.
 *
 * @typeParam R - The type of the runs.
 * @category Loading
 * @since 0.1.0
 */
export interface RunsPage<R> {
  /** The index of the page in this load, from 0. */
  readonly index: number
  /** The runs in the server's order, without those of earlier pages. */
  readonly runs: ReadonlyArray<R>
  /** The runs that could not be read. */
  readonly failures: ReadonlyArray<DecodeFailure>
  /** The number of runs that were on an earlier page already because the list changed in between. */
  readonly duplicates: number
  /** The number of entries that were `null` instead of a run. */
  readonly skipped: number
  /** The entries without a record in the lists inside of the runs. */
  readonly skippedInside: SkippedInside
  /** The number of runs that matched the query when the load began. */
  readonly totalCount: number
  /** The cursor to continue with as `after`; `undefined` if no run matches the query. */
  readonly cursor: string | undefined
  /** Whether this is the last page. */
  readonly last: boolean
}

export const toRunsPage = <R>(page: Page<DecodedRuns<R>>): RunsPage<R> => {
  const { index, items, failures, duplicates, skipped, skippedInside, totalCount = 0, cursor, last } = page
  return Object.freeze({
    index,
    runs: Object.freeze(items) as ReadonlyArray<R>,
    failures: Object.freeze(failures),
    duplicates,
    skipped,
    skippedInside,
    totalCount,
    cursor,
    last,
  })
}
