import type { DecodeFailure } from '../../types/DecodeFailure.ts'

/**
 * What a server left out of its answer: places with `null`, artifact versions that are still drafts, and files that are
 * not there.
 *
 * @category Loading
 * @since 0.1.0
 */
export interface Skipped {
  /** Places that held `null` instead of a run. */
  readonly runs: number
  /** Places that held `null`, or a draft that has no number yet, instead of an artifact version. */
  readonly artifactVersions: number
  /** Places that held `null`, or a name without a file, instead of a file. */
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
  /** The number of the page in this load, from 0. */
  readonly index: number
  /** The runs, in the server's order, without those of earlier pages. */
  readonly runs: ReadonlyArray<R>
  /** Why some runs could not be read. */
  readonly failures: ReadonlyArray<DecodeFailure>
  /** How many runs were on an earlier page, too, because the list changed in between. */
  readonly duplicates: number
  /** What the server left out. */
  readonly skipped: Skipped
  /** How many runs the query matched when the load began. */
  readonly totalCount: number
  /** Go on behind this page with `after: cursor`; `undefined` where the query matches no run at all. */
  readonly cursor: string | undefined
  /** Whether the server has no more. */
  readonly last: boolean
}
