import { listOptions, type Progress } from '../../client/graphql/loadList.ts'
import { abortSignal, mustBe, type OptionCheck } from '../../client/optionChecks.ts'
import type { QueryShape } from '../../client/queryTask.ts'
import type { Filter } from '../../query/Filter.ts'
import type { Order } from '../../query/Order.ts'
import type { ConfigDict } from '../../types/run/ConfigDict.ts'
import type { DefaultField, HeavyField } from '../../types/run/RunHeavy.ts'
import type { DictCodecs } from '../../types/run/runCodec.ts'
import type { SummaryDict } from '../../types/run/SummaryDict.ts'
import type { RunReference } from '../paths/resolve.ts'
import { byEntityAndName, byProjectAndId } from './references.ts'

/**
 * The parts of a run to load.
 *
 * @typeParam F - The heavy fields.
 * @typeParam C - The type of `config`, if a codec types it.
 * @typeParam S - The type of `summary`, if a codec types it.
 * @category Loading
 * @since 0.1.0
 */
export interface RunSelection<F extends HeavyField = DefaultField, C = ConfigDict, S = SummaryDict> {
  /** The heavy fields to load; `config`, `summary` and `systemMetrics` by default. Light fields are always loaded. */
  readonly fields?: ReadonlyArray<F> | undefined
  /**
   * Only these top-level keys of the config and summary, to reduce traffic; all by default. W&B's own config entries are
   * then left out. For `history`, only these metrics, and only rows that have at least one of them.
   */
  readonly keys?:
    | {
        readonly config?: ReadonlyArray<string> | undefined
        readonly history?: ReadonlyArray<string> | undefined
        readonly summary?: ReadonlyArray<string> | undefined
      }
    | undefined
  /** Codecs for typed configs and summaries. A run that does not match is a `DecodeFailure` with the path. */
  readonly decode?: DictCodecs<C, S> | undefined
}

/**
 * The options for loading runs.
 *
 * @typeParam F - The heavy fields.
 * @typeParam C - The type of `config`, if a codec types it.
 * @typeParam S - The type of `summary`, if a codec types it.
 * @category Loading
 * @since 0.1.0
 */
export interface RunsQuery<F extends HeavyField = DefaultField, C = ConfigDict, S = SummaryDict>
  extends RunSelection<F, C, S> {
  /** `entity/project`, `project` of the client's entity, or the project's URL; the client's project by default. */
  readonly project?: string | undefined
  /**
   * Only runs that match: a `Filter`, or a MongoDB-style object as in W&B's Python API, sent as is, such as
   * `{ state: 'finished', 'config.lr': { $gt: 0.01 } }`. A filter that `toMongo` cannot express is `InvalidQuery`;
   * `splitFilter` separates that part from the rest.
   */
  readonly filters?: Filter | Readonly<Record<string, unknown>> | undefined
  /**
   * The order: an `Order` by one column, or a string such as `+created_at` (the default), `-summary_metrics.loss`,
   * `+config.lr.value` or `-summary.loss`. Without a sign it is ascending. What names no column is `InvalidQuery`.
   */
  readonly order?: Order | string | undefined
  /**
   * The parts of a report's section that `reportRuns` could not express in its query. If there are any, the query is
   * `InvalidQuery`, because it matches other runs than the section shows; leave them out to load these.
   *
   * @since 0.2.0
   */
  readonly untranslated?: ReadonlyArray<string> | undefined
  /**
   * The number of runs per request. By default 100 for the first request, then up to 1,000 while the server responds
   * within a second; always 100 if artifact versions, files, history or events are loaded.
   */
  readonly pageSize?: number | undefined
  /** The maximum number of runs to load; all by default. */
  readonly limit?: number | undefined
  /** The `cursor` of a page, to continue after it. */
  readonly after?: string | undefined
  /** Aborts the load. */
  readonly signal?: AbortSignal | undefined
  /** Called with the progress after every request. */
  readonly onProgress?: ((progress: Progress) => void) | undefined
}

/**
 * The options of `loadRun`.
 *
 * @typeParam F - The heavy fields.
 * @typeParam C - The type of `config`, if a codec types it.
 * @typeParam S - The type of `summary`, if a codec types it.
 * @category Loading
 * @since 0.1.0
 */
export interface RunQuery<F extends HeavyField = DefaultField, C = ConfigDict, S = SummaryDict>
  extends RunSelection<F, C, S> {
  /** The run's path in any format that {@link parseRunPath} accepts, or a run record. */
  readonly run: RunReference
  /** Aborts the load. */
  readonly signal?: AbortSignal | undefined
}

/**
 * The options of `countRuns`.
 *
 * @category Loading
 * @since 0.1.0
 */
export type CountQuery = Pick<RunsQuery, 'project' | 'filters' | 'signal'>

/** The checks of what lists of runs choose by. */
export const runsOptions: Readonly<Record<'filters' | 'order' | 'untranslated', OptionCheck | true>> = {
  filters: true,
  order: true,
  untranslated: mustBe(
    'empty, or left out: the query does not express it',
    (parts) => Array.isArray(parts) && parts.length === 0,
  ),
}

/** The options of {@link RunSelection}, which `checkSelection` checks. */
export const selectionOptions = { fields: true, keys: true, decode: true } as const

export const runsShape: QueryShape<RunsQuery> = {
  subject: 'project',
  options: { project: true, ...runsOptions, ...selectionOptions, ...listOptions },
  reference: byEntityAndName,
}

export const runShape: QueryShape<RunQuery> = {
  subject: 'run',
  options: { run: true, ...selectionOptions, signal: abortSignal },
  reference: byProjectAndId,
}

export const countShape: QueryShape<CountQuery> = {
  subject: 'project',
  options: { project: true, filters: true, signal: abortSignal },
  reference: byEntityAndName,
}
