import type { Filter } from '../../types/query/Filter.ts'
import type { Order } from '../../types/query/Order.ts'
import type { Progress } from '../query.ts'
import type { RunReference } from '../RunReference.ts'

/**
 * Which run's history to load, and what of it.
 *
 * @category Loading
 * @since 0.1.0
 */
export interface HistoryQuery {
  /** The run's path in any spelling that {@link parseRunPath} reads, or a run record. */
  readonly run: RunReference
  /** Only these metrics, and only rows that have one of them; all by default. */
  readonly keys?: ReadonlyArray<string> | undefined
  /** The first step; from the beginning by default. */
  readonly minStep?: number | undefined
  /** The step behind the last; to the end by default. */
  readonly maxStep?: number | undefined
  /** With `'all'` only rows that have every one of `keys`; `'any'` by default. */
  readonly require?: 'any' | 'all' | undefined
  /** With `'graphql'` exported Parquet files are left alone, where a browser may not read them, or to compare. */
  readonly source?: 'graphql' | undefined
  /** How many rows one request should bring; 5,000 by default. */
  readonly pageSize?: number | undefined
  /** Ends the load at once. */
  readonly signal?: AbortSignal | undefined
  /** Told after every request how many rows are there. */
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/**
 * Which run's history to sample.
 *
 * @category Loading
 * @since 0.1.0
 */
export interface SampleQuery {
  /** The run's path in any spelling that {@link parseRunPath} reads, or a run record. */
  readonly run: RunReference
  /** Only these metrics; all by default. */
  readonly keys?: ReadonlyArray<string> | undefined
  /** How many rows the server chooses: of each metric, or of whole rows where no `keys` are given; 500 by default. */
  readonly samples?: number | undefined
  /** A metric that every row must have, and that comes with it. */
  readonly xAxis?: string | undefined
  /** Ends the load at once. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Which run's machine metrics to load.
 *
 * @category Loading
 * @since 0.1.0
 */
export interface EventsQuery {
  /** The run's path in any spelling that {@link parseRunPath} reads, or a run record. */
  readonly run: RunReference
  /** Only these metrics, and only rows that have one of them; all by default. */
  readonly keys?: ReadonlyArray<string> | undefined
  /** How many rows the server chooses; all rows by default. */
  readonly samples?: number | undefined
  /** Ends the load at once. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Which runs' histories to load, and what of them.
 *
 * @category Loading
 * @since 0.1.0
 */
export interface HistoriesQuery {
  /** `entity/project`, `project` with the client's entity, or the project's URL; by default the client's project. */
  readonly project?: string | undefined
  /** Which runs: a `Filter`, or a MongoDB-style object as in W&B's Python API. */
  readonly filters?: Filter | Readonly<Record<string, unknown>> | undefined
  /** In which order: an `Order` by one column, or `+created_at` (the default), `-summary_metrics.loss`, … */
  readonly order?: Order | string | undefined
  /** Only these metrics; all by default. */
  readonly keys?: ReadonlyArray<string> | undefined
  /** How many rows the server chooses of each metric of a run; 500 by default. */
  readonly samples?: number | undefined
  /** Whether to load all rows of each run instead of some, by requests for each run. */
  readonly complete?: boolean | undefined
  /** With `complete`: the first step; from the beginning by default. */
  readonly minStep?: number | undefined
  /** With `complete`: the step behind the last; to the end by default. */
  readonly maxStep?: number | undefined
  /** With `complete`: only rows that have one of `keys`, or with `'all'` every one of them. */
  readonly require?: 'any' | 'all' | undefined
  /** How many runs one request brings; 50 by default. */
  readonly pageSize?: number | undefined
  /** How many runs to load at most; all by default. */
  readonly limit?: number | undefined
  /** The `cursor` of a list that was loaded in part, to go on behind it. */
  readonly after?: string | undefined
  /** Ends the load at once. */
  readonly signal?: AbortSignal | undefined
  /** Told after every request how many runs are there. */
  readonly onProgress?: ((progress: Progress) => void) | undefined
}
