import type { Client } from '../../client/Client.ts'
import type { Listed } from '../../client/graphql/loadList.ts'
import { loadEvents } from '../../loader/history/loadEvents.ts'
import { loadHistories } from '../../loader/history/loadHistories.ts'
import { loadHistory } from '../../loader/history/loadHistory.ts'
import { historyFromParquet, type ParquetQuery } from '../../loader/history/parquet/historyFromParquet.ts'
import type { ParquetSource } from '../../loader/history/parquet/readParquet.ts'
import {
  type EventsQuery,
  eventsShape,
  type HistoriesQuery,
  type HistoryQuery,
  historiesShape,
  historyShape,
  type SampleQuery,
  sampleShape,
} from '../../loader/history/query.ts'
import type { RunHistory } from '../../loader/history/RunHistory.ts'
import { sampleHistory } from '../../loader/history/sampleHistory.ts'
import type { RunReference } from '../../loader/paths/resolve.ts'
import type { ProjectReference } from '../../loader/request/references.ts'
import type { History } from '../../types/run/History.ts'
import type { LoopOptions, WandbList } from '../adapter/lazyList.ts'
import { loadedList } from '../adapter/listPages.ts'
import { looped, type Options, readQuery } from '../adapter/readQuery.ts'
import { settle } from '../adapter/WandbError.ts'

/**
 * The loads of histories.
 *
 * @category Door
 * @since 0.2.0
 */
export interface HistoryLoads {
  /** Loads every row of a run's history, or with `keys` every row that has one of these metrics. */
  history(run: RunReference | HistoryQuery, options?: Options<HistoryQuery, 'run'>): Promise<History>

  /** Loads a sample of a run's history that the server draws: 500 rows by default. */
  sampledHistory(run: RunReference | SampleQuery, options?: Options<SampleQuery, 'run'>): Promise<History>

  /** Loads the system metrics of a run over time, such as GPU load. */
  events(run: RunReference | EventsQuery, options?: Options<EventsQuery, 'run'>): Promise<History>

  /** The histories of a project's runs, sampled unless `complete` is set. */
  histories(
    project?: ProjectReference | (HistoriesQuery & LoopOptions),
    options?: Options<HistoriesQuery, 'project'> & LoopOptions,
  ): WandbList<Listed<RunHistory>, RunHistory>

  /** Reads a history from Parquet files that were downloaded before; sends nothing. */
  historyFromParquet(files: ParquetSource | ReadonlyArray<ParquetSource>, query?: ParquetQuery): Promise<History>
}

/** Makes the loads of histories. */
export const historyLoads = (client: Client): HistoryLoads => ({
  history: async (run, options) => settle(loadHistory(readQuery(historyShape, run, options))(client)),
  sampledHistory: async (run, options) => settle(sampleHistory(readQuery(sampleShape, run, options))(client)),
  events: async (run, options) => settle(loadEvents(readQuery(eventsShape, run, options))(client)),
  histories: (project, options) =>
    loadedList(client, loadHistories, () => readQuery(looped(historiesShape), project, options), {
      what: 'histories',
      identity: ({ run }) => run.storageId,
    }),
  historyFromParquet: async (files, query) => settle(historyFromParquet(files, query)),
})
