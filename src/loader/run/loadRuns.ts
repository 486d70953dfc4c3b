import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { isComplete } from '../../client/graphql/collect.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { queryTask } from '../../client/queryTask.ts'
import { unwrap } from '../../client/task.ts'
import type { ConfigDict } from '../../types/run/ConfigDict.ts'
import type { DefaultField, HeavyField, RunWith } from '../../types/run/RunHeavy.ts'
import type { SummaryDict } from '../../types/run/SummaryDict.ts'
import type { DecodeFailure } from '../../types/wire/DecodeFailure.ts'
import { type RunsQuery, runsShape } from '../request/query.ts'
import type { ProjectReference } from '../request/references.ts'
import { collectRuns } from './collectRuns.ts'
import { resolveRunsList } from './paginateRuns.ts'
import type { SkippedInside } from './RunsPage.ts'

/**
 * The runs that match a query, with an account of those that are not among them.
 *
 * @typeParam R - The type of the runs.
 * @category Loading
 * @since 0.1.0
 */
export interface LoadedRuns<R> {
  /** The runs in the server's order, without duplicates. The array is yours to change. */
  readonly runs: Array<R>
  /** The number of runs that matched the query when the load began. */
  readonly totalCount: number
  /** The runs that could not be read, one failure each. */
  readonly failures: ReadonlyArray<DecodeFailure>
  /** The number of runs that came again on a later page because the list changed in between. */
  readonly duplicates: number
  /** The number of entries that were `null` instead of a run. */
  readonly skipped: number
  /**
   * The entries without a record in the lists inside of the runs.
   *
   * @since 0.2.0
   */
  readonly skippedInside: SkippedInside
  /**
   * Whether the load reached the end and accounts for all of `totalCount`: as runs, failures or skipped entries. A load
   * that stopped earlier at its `limit` is not complete.
   */
  readonly complete: boolean
  /**
   * The cursor to continue with as `after`, if the load stopped at its `limit`. `undefined` if the server returned none, or
   * if parts of a long list were read at the same time.
   *
   * @since 0.2.0
   */
  readonly cursor: string | undefined
}

/**
 * Loads the runs of a project, all of them or up to `limit`.
 *
 * A run that cannot be read is one of `failures`, and the others are still returned. If a page cannot be loaded, the whole
 * load fails; use {@link runPages} to keep the earlier pages.
 *
 * @param query - The project's path, its record, or a query with filters, fields, and paging options.
 * @returns A function from a client to the runs.
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
  <F extends HeavyField = DefaultField, C = ConfigDict, S = SummaryDict>(
    query: ProjectReference | RunsQuery<F, C, S> = {},
  ) =>
  (client: Client): TaskEither<LoadError, LoadedRuns<RunWith<F, C, S>>> =>
    queryTask(client, runsShape, query, async function* (options: RunsQuery<F, C, S>) {
      const list = yield* unwrap(resolveRunsList(client, options))
      const collected = yield* unwrap(collectRuns<F, C, S>(client, list, options))
      const { items: runs, failures, duplicates, skipped, skippedInside, totalCount = 0, cursor } = collected
      const complete = isComplete(collected, options.after)
      return { runs, totalCount, failures, duplicates, skipped, skippedInside, complete, cursor }
    })
