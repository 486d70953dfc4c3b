import * as E from 'fp-ts/lib/Either.js'
import type { Client } from '../../client/Client.ts'
import type { RunReference } from '../../loader/paths/resolve.ts'
import type { RunStateCounts } from '../../loader/project/counts.ts'
import { countRunsByState, loadTagCounts } from '../../loader/project/counts.ts'
import { type RunCountsQuery, runCountsShape } from '../../loader/project/documents.ts'
import { type RunQuery, type RunsQuery, runShape, runsShape } from '../../loader/request/query.ts'
import type { ProjectReference } from '../../loader/request/references.ts'
import { loadRun } from '../../loader/run/loadRun.ts'
import type { RunChange } from '../../loader/run/RunChange.ts'
import { type WaitQuery, waitForRun, waitShape } from '../../loader/run/waitForRun.ts'
import { type WatchQuery, watchRuns, watchShape } from '../../loader/run/watchRuns.ts'
import type { TagCount } from '../../types/project/counts.ts'
import type { ConfigDict } from '../../types/run/ConfigDict.ts'
import type { DefaultField, HeavyField } from '../../types/run/RunHeavy.ts'
import type { RunLight } from '../../types/run/RunLight.ts'
import type { SummaryDict } from '../../types/run/SummaryDict.ts'
import type { LoopOptions } from '../adapter/lazyList.ts'
import { looped, type Options, readQuery } from '../adapter/readQuery.ts'
import { settle, WandbError } from '../adapter/WandbError.ts'
import { type LoadedRun, makeRuns, type Runs } from './RunsValue.ts'

/**
 * The loads of runs.
 *
 * @category Door
 * @since 0.2.0
 */
export interface RunLoads {
  /**
   * Loads one run: by its path, its URL, a record of it, or a query.
   *
   * `fields` decides what the run has besides its light fields: `config`, `summary` and `systemMetrics` by default.
   */
  run<F extends HeavyField = DefaultField, C = ConfigDict, S = SummaryDict>(
    run: RunReference | RunQuery<F, C, S>,
    options?: Options<RunQuery<F, C, S>, 'run'>,
  ): Promise<LoadedRun<F, C, S>>

  /**
   * The runs of a project: of its path, its URL, a record of it, a query, or the client's own project. Sends nothing until
   * it is awaited or iterated.
   */
  runs<F extends HeavyField = DefaultField, C = ConfigDict, S = SummaryDict>(
    project?: ProjectReference | (RunsQuery<F, C, S> & LoopOptions),
    options?: Options<RunsQuery<F, C, S>, 'project'> & LoopOptions,
  ): Runs<LoadedRun<F, C, S>>

  /**
   * Waits until a run has ended, or has a state of `until`, and loads it then. `onState` is called with every other state.
   */
  waitForRun(run: RunReference | WaitQuery, options?: Options<WaitQuery, 'run'>): Promise<RunLight>

  /**
   * The changes of a project's runs as they come: at first, every run is `Added`. A loop ends when all runs have ended, or
   * when it is left.
   */
  watchRuns(project?: ProjectReference | WatchQuery, options?: Options<WatchQuery, 'project'>): AsyncIterable<RunChange>

  /** Counts the runs of a project in each state, in one request. */
  runStateCounts(
    project?: ProjectReference | RunCountsQuery,
    options?: Options<RunCountsQuery, 'project'>,
  ): Promise<RunStateCounts>

  /** Loads the tags of a project's runs, with the number of runs that have each. */
  tagCounts(
    project?: ProjectReference | RunCountsQuery,
    options?: Options<RunCountsQuery, 'project'>,
  ): Promise<ReadonlyArray<TagCount>>
}

/** Makes the loads of runs. */
export const runLoads = (client: Client): RunLoads => ({
  run: (async (run: unknown, options: unknown) =>
    settle(loadRun(readQuery(runShape, run, options))(client))) as RunLoads['run'],
  runs: ((project: unknown, options: unknown) =>
    makeRuns(client, () => readQuery(looped(runsShape), project, options))) as RunLoads['runs'],
  waitForRun: async (run, options) => settle(waitForRun(readQuery(waitShape, run, options))(client)),
  watchRuns: (project, options) => ({
    [Symbol.asyncIterator]: async function* () {
      for await (const change of watchRuns(readQuery(watchShape, project, options))(client)) {
        if (E.isLeft(change)) throw new WandbError(change.left)
        yield change.right
      }
    },
  }),
  runStateCounts: async (project, options) =>
    settle(countRunsByState(readQuery(runCountsShape, project, options))(client)),
  tagCounts: async (project, options) => settle(loadTagCounts(readQuery(runCountsShape, project, options))(client)),
})
