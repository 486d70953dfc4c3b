import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { ConfigDict } from '../../types/ConfigDict.ts'
import type { DecodeFailure } from '../../types/DecodeFailure.ts'
import type { DefaultField, HeavyField } from '../../types/RunHeavy.ts'
import type { RunWith } from '../../types/RunWith.ts'
import type { SummaryDict } from '../../types/SummaryDict.ts'
import type { Client } from '../Client.ts'
import { openList } from '../internal/run/openList.ts'
import { readList } from '../internal/run/readList.ts'
import type { LoadError } from '../LoadError.ts'
import type { RunsQuery } from '../query.ts'
import type { Skipped } from './RunsPage.ts'

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
    const list = await openList(client, query)
    if (E.isLeft(list)) return list
    const read = await readList<F, C, S>(client, list.right, query)
    if (E.isLeft(read)) return read
    const { runs, failures, duplicates, skipped, totalCount, accounted, last } = read.right
    const complete = last && (query.after !== undefined || accounted >= totalCount)
    return E.right({ runs, totalCount, failures, duplicates, skipped, complete })
  }
