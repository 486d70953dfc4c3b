import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { ConfigDict } from '../../types/ConfigDict.ts'
import type { DecodeFailure } from '../../types/DecodeFailure.ts'
import type { DefaultField, HeavyField } from '../../types/RunHeavy.ts'
import type { RunWith } from '../../types/RunWith.ts'
import type { SummaryDict } from '../../types/SummaryDict.ts'
import type { Client } from '../Client.ts'
import type { LoadError } from '../LoadError.ts'
import type { RunsQuery } from '../query.ts'
import type { Skipped } from './RunsPage.ts'
import { runPages } from './runPages.ts'

/**
 * The runs that a query matched, and what became of those that are not among them.
 *
 * @typeParam R - The type of the runs.
 * @category Loading
 * @since 0.1.0
 */
export interface LoadedRuns<R> {
  /** The runs, in the server's order, none twice. The array is yours. */
  readonly runs: Array<R>
  /** How many runs the query matched when the load began. */
  readonly totalCount: number
  /** Why some runs could not be read, one failure a run. */
  readonly failures: ReadonlyArray<DecodeFailure>
  /** How often a run came again on a later page, because the list changed in between. */
  readonly duplicates: number
  /** What the server left out. */
  readonly skipped: Skipped
  /**
   * Whether the load reached the end and accounts for all of `totalCount`: as runs, failures or skipped places. A load
   * that a `limit` ended before is not complete.
   */
  readonly complete: boolean
}

/**
 * Loads the runs of a project, all of them or as many as `limit` says.
 *
 * A run that cannot be read is one of `failures`, and the rest still comes. When a page cannot be had at all, the
 * result is the reason why; to keep what came before, read {@link runPages}.
 *
 * @example
 * ```ts no-run
 * import { loadRuns, makeClient, orThrow } from 'wandb-run-ops/loader'
 * import { runName, runSummary } from 'wandb-run-ops/ops'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const { runs, complete } = await orThrow(loadRuns({ project: 'team/vision', filters: { state: 'finished' } })(client))
 *
 * console.log(complete, runs.filter((run) => runSummary(run)['accuracy'] > 0.95).map(runName))
 * ```
 * @category Loading
 * @since 0.1.0
 */
export const loadRuns =
  <F extends HeavyField = DefaultField, C = ConfigDict, S = SummaryDict>(query: RunsQuery<F, C, S>) =>
  (client: Client): TaskEither<LoadError, LoadedRuns<RunWith<F, C, S>>> =>
  async () => {
    const runs: Array<RunWith<F, C, S>> = []
    const failures: Array<DecodeFailure> = []
    const skipped = { runs: 0, artifactVersions: 0, files: 0 }
    let duplicates = 0
    let totalCount = 0
    let reachedEnd = false
    for await (const page of runPages(query)(client)) {
      if (E.isLeft(page)) return page
      for (const run of page.right.runs) runs.push(run)
      for (const failure of page.right.failures) failures.push(failure)
      skipped.runs += page.right.skipped.runs
      skipped.artifactVersions += page.right.skipped.artifactVersions
      skipped.files += page.right.skipped.files
      duplicates += page.right.duplicates
      totalCount = page.right.totalCount
      reachedEnd = page.right.last
    }
    const accounted = runs.length + failures.length + skipped.runs
    const complete = reachedEnd && (query.after !== undefined || accounted >= totalCount)
    return E.right({ runs, totalCount, failures, duplicates, skipped, complete })
  }
