import type * as E from 'fp-ts/lib/Either.js'
import type { ConfigDict } from '../types/ConfigDict.ts'
import type { DecodeFailure } from '../types/DecodeFailure.ts'
import type { DefaultField, NodeField } from '../types/RunHeavy.ts'
import type { RunWith } from '../types/RunWith.ts'
import type { SummaryDict } from '../types/SummaryDict.ts'
import type { Client } from './Client.ts'
import { pagesOf } from './internal/pagesOf.ts'
import type { LoadError } from './LoadError.ts'
import type { RunsQuery } from './query.ts'

/**
 * What a server left out of its answer: places with `null`, and artifact versions that are still drafts.
 *
 * @category Loading
 * @since 0.1.0
 */
export interface Skipped {
  /** Places that held `null` instead of a run. */
  readonly runs: number
  /** Places that held `null`, or a draft that has no number yet, instead of an artifact version. */
  readonly artifactVersions: number
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
  /** Go on behind this page with `after: cursor`; `undefined` for an empty last page. */
  readonly cursor: string | undefined
  /** Whether the server has no more. */
  readonly last: boolean
}

/**
 * The runs of a project, page by page: for more runs than fit into memory, for showing the first ones early, and for
 * going on after an error with `after`.
 *
 * Nothing is requested before the first page is pulled, and then no more than one page ahead of what is pulled. Leaving
 * the loop ends that request. Every new loop starts from the beginning. An error is the last thing that comes.
 *
 * @returns A function from a client to the pages, each `Right` with a page, or `Left` with the reason why there are no more.
 * @example
 * ```ts no-run
 * import * as E from 'fp-ts/lib/Either.js'
 * import { makeClient, runPages } from 'wandb-run-ops/loader'
 *
 * const client = makeClient({ apiKey: 'your key' })
 *
 * for await (const page of runPages({ project: 'team/vision', pageSize: 500 })(client)) {
 *   if (E.isLeft(page)) throw new Error(page.left.message)
 *   console.log(page.right.runs.length, 'runs; go on with', page.right.cursor)
 * }
 * ```
 * @category Loading
 * @since 0.1.0
 */
export const runPages =
  <F extends NodeField = DefaultField, C = ConfigDict, S = SummaryDict>(query: RunsQuery<F, C, S>) =>
  (client: Client): AsyncIterable<E.Either<LoadError, RunsPage<RunWith<F, C, S>>>> => ({
    [Symbol.asyncIterator]: () => pagesOf(client, query),
  })
