import type { ConfigDict } from '../types/ConfigDict.ts'
import type { Filter } from '../types/query/Filter.ts'
import type { Order } from '../types/query/Order.ts'
import type { DefaultField, HeavyField } from '../types/RunHeavy.ts'
import type { DictCodecs } from '../types/runCodec.ts'
import type { SummaryDict } from '../types/SummaryDict.ts'
import type { RunReference } from './RunReference.ts'

/**
 * How far a load has come.
 *
 * @category Loading
 * @since 0.1.0
 */
export interface Progress {
  /** What is being loaded now. */
  readonly phase:
    | 'runs'
    | 'artifactVersions'
    | 'artifacts'
    | 'files'
    | 'history'
    | 'events'
    | 'consoleLines'
    | 'sweeps'
    | 'projects'
    | 'projectFields'
    | 'users'
    | 'reports'
    | 'bytes'
  /** How many of them are there. */
  readonly loaded: number
  /** How many there will be; `undefined` where nobody knows yet. */
  readonly total: number | undefined
}

/**
 * What to read of each run.
 *
 * @typeParam F - The heavy fields.
 * @typeParam C - The type of `config`, where a codec gives it one.
 * @typeParam S - The type of `summary`, where a codec gives it one.
 * @category Loading
 * @since 0.1.0
 */
export interface RunSelection<F extends HeavyField = DefaultField, C = ConfigDict, S = SummaryDict> {
  /** The heavy fields to load; `config`, `summary` and `systemMetrics` by default. Light fields always come. */
  readonly fields?: ReadonlyArray<F> | undefined
  /**
   * Only these top-level keys of config and summary, for less traffic; all by default. W&B's own entries of the config
   * are then left out. Of `history`, only these metrics, and only rows that have one of them.
   */
  readonly keys?:
    | {
        readonly config?: ReadonlyArray<string> | undefined
        readonly history?: ReadonlyArray<string> | undefined
        readonly summary?: ReadonlyArray<string> | undefined
      }
    | undefined
  /** Codecs that give config and summary a type. A run that they refuse is a failure that names the path. */
  readonly decode?: DictCodecs<C, S> | undefined
}

/**
 * Which runs to load, and what of them.
 *
 * @typeParam F - The heavy fields.
 * @typeParam C - The type of `config`, where a codec gives it one.
 * @typeParam S - The type of `summary`, where a codec gives it one.
 * @category Loading
 * @since 0.1.0
 */
export interface RunsQuery<F extends HeavyField = DefaultField, C = ConfigDict, S = SummaryDict>
  extends RunSelection<F, C, S> {
  /** `entity/project`, `project` with the client's entity, or the project's URL; by default the client's project. */
  readonly project?: string | undefined
  /**
   * Which runs: a `Filter`, or a MongoDB-style object as in W&B's Python API, sent as it is, such as
   * `{ state: 'finished', 'config.lr': { $gt: 0.01 } }`. What `toMongo` cannot say of a filter is refused: `split` tells
   * it from the rest.
   */
  readonly filters?: Filter | Readonly<Record<string, unknown>> | undefined
  /**
   * In which order: an `Order` by one column, or `+created_at` (the default), `-summary_metrics.loss`,
   * `+config.lr.value`, … Without a sign it is ascending.
   */
  readonly order?: Order | string | undefined
  /**
   * How many runs one request brings. By default the first brings 100, and the next up to 1,000 while the server answers
   * within a second; all bring 100 where artifact versions, files or rows are asked for.
   */
  readonly pageSize?: number | undefined
  /** How many runs to load at most; all by default. */
  readonly limit?: number | undefined
  /** The `cursor` of the page after which to go on. */
  readonly after?: string | undefined
  /** Ends the load at once. */
  readonly signal?: AbortSignal | undefined
  /** Told after every request how far the load has come. */
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/**
 * Which run to load, and what of it.
 *
 * @typeParam F - The heavy fields.
 * @typeParam C - The type of `config`, where a codec gives it one.
 * @typeParam S - The type of `summary`, where a codec gives it one.
 * @category Loading
 * @since 0.1.0
 */
export interface RunQuery<F extends HeavyField = DefaultField, C = ConfigDict, S = SummaryDict>
  extends RunSelection<F, C, S> {
  /** The run's path in any spelling that {@link parseRunPath} reads, or a run record. */
  readonly run: RunReference
  /** Ends the load at once. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Which runs to count.
 *
 * @category Loading
 * @since 0.1.0
 */
export type CountQuery = Pick<RunsQuery, 'project' | 'filters' | 'signal'>
