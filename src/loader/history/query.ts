import { listOptions, type Progress } from '../../client/graphql/loadList.ts'
import { abortSignal, callback, flag, oneOf, pageSizeOption } from '../../client/optionChecks.ts'
import type { QueryShape } from '../../client/queryTask.ts'
import type { Filter } from '../../query/Filter.ts'
import type { Order } from '../../query/Order.ts'
import type { RunReference } from '../paths/resolve.ts'
import { runsOptions } from '../request/query.ts'
import { byEntityAndName, byProjectAndId } from '../request/references.ts'
import { stepOptions } from '../request/stepOptions.ts'

/**
 * The options of `loadHistory`.
 *
 * @category Loading
 * @since 0.1.0
 */
export interface HistoryQuery {
  /** The run's path in any format that {@link parseRunPath} accepts, or a run record. */
  readonly run: RunReference
  /** Only these metrics, and only rows that have at least one of them; all by default. */
  readonly keys?: ReadonlyArray<string> | undefined
  /** The first step, inclusive; the beginning by default. */
  readonly minStep?: number | undefined
  /** The last step, exclusive; the end by default. */
  readonly maxStep?: number | undefined
  /** With `'all'`, only rows that have every one of `keys`; `'any'` by default. */
  readonly require?: 'any' | 'all' | undefined
  /** With `'graphql'`, exported Parquet files are not used, for example because a browser may not read them. */
  readonly source?: 'graphql' | undefined
  /** The approximate number of rows per request; 5,000 by default. */
  readonly pageSize?: number | undefined
  /** Aborts the load. */
  readonly signal?: AbortSignal | undefined
  /** Called after every request with the number of rows loaded. */
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/**
 * The options of `sampleHistory`.
 *
 * @category Loading
 * @since 0.1.0
 */
export interface SampleQuery {
  /** The run's path in any format that {@link parseRunPath} accepts, or a run record. */
  readonly run: RunReference
  /** Only these metrics; all by default. */
  readonly keys?: ReadonlyArray<string> | undefined
  /** How many rows the server samples: per metric, or of whole rows without `keys`; 500 by default. */
  readonly samples?: number | undefined
  /** A metric that every row must have; it is loaded, too. Requires `keys`. */
  readonly xAxis?: string | undefined
  /** Aborts the load. */
  readonly signal?: AbortSignal | undefined
}

/**
 * The options of `loadEvents`.
 *
 * @category Loading
 * @since 0.1.0
 */
export interface EventsQuery {
  /** The run's path in any format that {@link parseRunPath} accepts, or a run record. */
  readonly run: RunReference
  /** Only these metrics, and only rows that have at least one of them; all by default. */
  readonly keys?: ReadonlyArray<string> | undefined
  /** How many rows the server samples; all rows by default. */
  readonly samples?: number | undefined
  /** Aborts the load. */
  readonly signal?: AbortSignal | undefined
}

/**
 * The options of `loadHistories`.
 *
 * @category Loading
 * @since 0.1.0
 */
export interface HistoriesQuery {
  /** `entity/project`, `project` of the client's entity, or the project's URL; the client's project by default. */
  readonly project?: string | undefined
  /** Only runs that match: a `Filter`, or a MongoDB-style object as in W&B's Python API. */
  readonly filters?: Filter | Readonly<Record<string, unknown>> | undefined
  /** The order: an `Order` by one column, or a string such as `+created_at` (the default) or `-summary_metrics.loss`. */
  readonly order?: Order | string | undefined
  /** As in `loadRuns`: must be empty. */
  readonly untranslated?: ReadonlyArray<string> | undefined
  /** Only these metrics; all by default. */
  readonly keys?: ReadonlyArray<string> | undefined
  /** How many rows the server samples per metric of a run; 500 by default. Not with `complete`. */
  readonly samples?: number | undefined
  /** A metric that every row must have; it is loaded, too. Requires `keys`. Not with `complete`. */
  readonly xAxis?: string | undefined
  /** The rows that the runs logged, or with `'system'` their events: the system metrics over time. */
  readonly stream?: 'default' | 'system' | undefined
  /** Whether to load all rows of each run instead of a sample, with separate requests per run. */
  readonly complete?: boolean | undefined
  /** With `complete`: the first step, inclusive; the beginning by default. */
  readonly minStep?: number | undefined
  /** With `complete`: the last step, exclusive; the end by default. */
  readonly maxStep?: number | undefined
  /** With `complete`: only rows that have at least one of `keys`, or with `'all'` every one of them. */
  readonly require?: 'any' | 'all' | undefined
  /** The number of runs per request; 50 by default. */
  readonly pageSize?: number | undefined
  /** The maximum number of runs to load; all by default. */
  readonly limit?: number | undefined
  /** The `cursor` of a partly loaded list, to continue after it. */
  readonly after?: string | undefined
  /** Aborts the load. */
  readonly signal?: AbortSignal | undefined
  /** Called after every request with the number of runs loaded. */
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

export const historyShape: QueryShape<HistoryQuery> = {
  subject: 'run',
  options: {
    run: true,
    keys: true,
    ...stepOptions,
    source: oneOf('graphql'),
    pageSize: pageSizeOption,
    signal: abortSignal,
    onProgress: callback,
  },
  reference: byProjectAndId,
}

export const eventsShape: QueryShape<EventsQuery> = {
  subject: 'run',
  options: { run: true, keys: true, samples: pageSizeOption, signal: abortSignal },
  reference: byProjectAndId,
}

export const sampleShape: QueryShape<SampleQuery> = {
  ...eventsShape,
  options: { ...eventsShape.options, xAxis: true },
}

export const historiesShape: QueryShape<HistoriesQuery> = {
  subject: 'project',
  options: {
    project: true,
    ...runsOptions,
    stream: oneOf('default', 'system'),
    samples: pageSizeOption,
    xAxis: true,
    complete: flag,
    keys: true,
    ...stepOptions,
    ...listOptions,
  },
  reference: byEntityAndName,
}
