import type { Client } from '../../client/Client.ts'
import type { Listed } from '../../client/graphql/loadList.ts'
import { loadEvents } from '../../loader/history/loadEvents.ts'
import { loadHistories } from '../../loader/history/loadHistories.ts'
import { loadHistory } from '../../loader/history/loadHistory.ts'
import { historyFromParquet, type ParquetQuery } from '../../loader/history/parquet/historyFromParquet.ts'
import type { ParquetSource } from '../../loader/history/parquet/readParquet.ts'
import type { EventsQuery, HistoriesQuery, HistoryQuery, SampleQuery } from '../../loader/history/query.ts'
import type { RunHistory } from '../../loader/history/RunHistory.ts'
import { sampleHistory } from '../../loader/history/sampleHistory.ts'
import type { RunReference } from '../../loader/paths/resolve.ts'
import type { History } from '../../types/run/History.ts'
import type { LoopOptions, WandbList } from '../adapter/lazyList.ts'
import { loadedList } from '../adapter/listPages.ts'
import {
  byEntityAndName,
  byProjectAndId,
  checkOptions,
  listOptions,
  type OptionNames,
  type Options,
  type ProjectReference,
  type QueryShape,
  readQuery,
} from '../adapter/readQuery.ts'
import { settle } from '../adapter/WandbError.ts'

const steps = { keys: true, minStep: true, maxStep: true, require: true } as const

const historyShape: QueryShape<HistoryQuery> = {
  subject: 'run',
  options: { run: true, ...steps, source: true, pageSize: true, signal: true, onProgress: true },
  reference: byProjectAndId,
}

const sampleShape: QueryShape<SampleQuery> = {
  subject: 'run',
  options: { run: true, keys: true, samples: true, xAxis: true, signal: true },
  reference: byProjectAndId,
}

const eventsShape: QueryShape<EventsQuery> = {
  subject: 'run',
  options: { run: true, keys: true, samples: true, signal: true },
  reference: byProjectAndId,
}

/** The arguments of `histories`. */
export const historiesShape: QueryShape<HistoriesQuery & LoopOptions> = {
  subject: 'project',
  options: { project: true, filters: true, order: true, samples: true, complete: true, ...steps, ...listOptions },
  reference: byEntityAndName,
}

const parquetOptions: OptionNames<ParquetQuery> = { ...steps, signal: true }

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
    loadedList(client, loadHistories, () => readQuery(historiesShape, project, options), {
      what: 'histories',
      identity: ({ run }) => run.storageId,
    }),
  historyFromParquet: async (files, query = {}) => {
    checkOptions(query, Object.keys(parquetOptions))
    return settle(historyFromParquet(files, query))
  },
})
