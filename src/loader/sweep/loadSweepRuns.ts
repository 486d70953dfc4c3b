import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { listOptions } from '../../client/graphql/loadList.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { type QueryShape, queryTask } from '../../client/queryTask.ts'
import { fail, unwrap } from '../../client/task.ts'
import type { Filter } from '../../query/Filter.ts'
import type { ConfigDict } from '../../types/run/ConfigDict.ts'
import type { DefaultField, InlineField, RunWith } from '../../types/run/RunHeavy.ts'
import type { SummaryDict } from '../../types/run/SummaryDict.ts'
import { resolveSweep, type SweepReference } from '../paths/resolve.ts'
import { toMongoFilters } from '../request/filters.ts'
import { type RunsQuery, runsOptions, selectionOptions } from '../request/query.ts'
import { byProjectAndId } from '../request/references.ts'
import { type LoadedRuns, loadRuns } from '../run/loadRuns.ts'
import { loadSweep } from './loadSweep.ts'

type Mongo = Readonly<Record<string, unknown>>

/** Filters for the runs of a sweep, combined with other filters. */
export const sweepFilters = async (
  id: string,
  filters: Filter | Mongo | undefined,
): Promise<E.Either<LoadError, Mongo>> =>
  filters === undefined
    ? E.right({ sweep: id })
    : E.map((others: Mongo): Mongo => ({ $and: [{ sweep: id }, others] }))(await toMongoFilters(filters))

/**
 * The options of {@link loadSweepRuns}.
 *
 * @typeParam F - The heavy fields.
 * @typeParam C - The type of `config`, if a codec types it.
 * @typeParam S - The type of `summary`, if a codec types it.
 * @category Sweeps
 * @since 0.1.0
 */
export interface SweepRunsQuery<F extends InlineField = DefaultField, C = ConfigDict, S = SummaryDict>
  extends Omit<RunsQuery<F, C, S>, 'project'> {
  /** The path of the sweep, or its record. */
  readonly sweep: SweepReference
}

export const sweepRunsShape: QueryShape<SweepRunsQuery> = {
  subject: 'sweep',
  options: { sweep: true, ...runsOptions, ...selectionOptions, ...listOptions },
  reference: byProjectAndId,
}

/**
 * Loads the runs of a sweep. It accepts all options of {@link loadRuns} except the project.
 *
 * A sweep that does not exist is `NotFound`, which takes another request if no run was found.
 *
 * @param query - The sweep, filters, fields, and paging options.
 * @returns A function from a client to the runs.
 * @example
 * ```ts no-run
 * import { loadSweepRuns, makeClient, orThrow } from 'wandb-run-ops/loader'
 * import { runConfig, runName } from 'wandb-run-ops/ops'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const { runs } = await orThrow(loadSweepRuns({ sweep: 'team/vision/s1w2e3p4' })(client))
 *
 * for (const run of runs) console.log(runName(run), runConfig(run))
 * ```
 * @category Sweeps
 * @since 0.1.0
 */
export const loadSweepRuns =
  <F extends InlineField = DefaultField, C = ConfigDict, S = SummaryDict>(
    query: SweepReference | SweepRunsQuery<F, C, S>,
  ) =>
  (client: Client): TaskEither<LoadError, LoadedRuns<RunWith<F, C, S>>> =>
    queryTask(client, sweepRunsShape, query, async function* ({ sweep, filters, ...query }: SweepRunsQuery<F, C, S>) {
      const { signal } = query
      const { entity, project, id } = yield* unwrap(resolveSweep(client, sweep, signal))
      const asked = yield* unwrap(sweepFilters(id, filters))
      const loaded = yield* unwrap(loadRuns({ ...query, project: `${entity}/${project}`, filters: asked })(client))
      if (loaded.totalCount > 0) return loaded
      const found = await loadSweep({ sweep: { entity, project, id }, signal })(client)()
      return E.isLeft(found) && found.left._tag === 'NotFound' ? yield* fail(found.left) : loaded
    })
