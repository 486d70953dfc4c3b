import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { type LoadError, loadError } from '../../client/LoadError.ts'
import { abortSignal } from '../../client/optionChecks.ts'
import { type QueryShape, queryTask } from '../../client/queryTask.ts'
import { fail, task, unwrap } from '../../client/task.ts'
import type { Filter } from '../../query/Filter.ts'
import type { Order } from '../../query/Order.ts'
import type { ConfigDict } from '../../types/run/ConfigDict.ts'
import type { DefaultField, InlineField, RunWith } from '../../types/run/RunHeavy.ts'
import type { SummaryDict } from '../../types/run/SummaryDict.ts'
import type { SweepReference } from '../paths/resolve.ts'
import { checkSelection } from '../request/checkQuery.ts'
import { type RunSelection, type RunsQuery, selectionOptions } from '../request/query.ts'
import { byProjectAndId } from '../request/references.ts'
import { runPages } from '../run/runPages.ts'
import { bestRunQuery } from './bestRunQuery.ts'
import { bestSelection, orderPath } from './bestSelection.ts'

type AnyRun = Readonly<Record<string, unknown>>

/** The page size after the first run had no value. */
const FURTHER = 50

/** Finds the first run with a value. It requests one run, and more only if that has none. */
const findBestRun = (
  client: Client,
  query: RunsQuery<InlineField, unknown, unknown>,
  hasValue: (run: AnyRun) => boolean,
): TaskEither<LoadError, AnyRun | undefined> =>
  task(async function* () {
    let after: string | undefined
    for (const size of [{ pageSize: 1, limit: 1 }, { pageSize: FURTHER }]) {
      for await (const page of runPages<InlineField, unknown, unknown>({ ...query, ...size, after })(client)) {
        const { runs, failures, cursor, last } = yield* unwrap(page)
        // The relative order of runs and failures is unknown; a failure may precede the first run.
        const found = (runs as unknown as ReadonlyArray<AnyRun>).find(hasValue)
        const [failure] = failures
        if (failure !== undefined) return yield* fail(loadError({ _tag: 'RunUnreadable', failure }))
        if (found !== undefined) return found
        if (last) return undefined
        after = cursor
      }
    }
    return undefined
  })

/**
 * The options of {@link loadBestRun}.
 *
 * @typeParam F - The heavy fields.
 * @typeParam C - The type of `config`, if a codec types it.
 * @typeParam S - The type of `summary`, if a codec types it.
 * @category Sweeps
 * @since 0.1.0
 */
export interface BestRunQuery<F extends InlineField = DefaultField, C = ConfigDict, S = SummaryDict>
  extends RunSelection<F, C, S> {
  /** The path of the sweep, or its record. It cannot be combined with `project`. */
  readonly sweep?: SweepReference | (Exclude<SweepReference, string> & { readonly config: unknown }) | undefined
  /** The project, if there is no sweep. */
  readonly project?: string | undefined
  /** Only runs that match, as in `loadRuns`; all by default. */
  readonly filters?: Filter | Readonly<Record<string, unknown>> | undefined
  /** The order, the best first: an `Order`, or a string such as `+summary_metrics.loss`. By default, the sweep's metric and goal. */
  readonly order?: Order | string | undefined
  /** Aborts the load. */
  readonly signal?: AbortSignal | undefined
}

export const bestRunShape: QueryShape<BestRunQuery> = {
  subject: 'sweep',
  options: { sweep: true, project: true, filters: true, order: true, ...selectionOptions, signal: abortSignal },
  reference: byProjectAndId,
}

/**
 * Loads the best run of a sweep by the sweep's metric and goal, or of a sweep or project by an order.
 *
 * It requests a single run, after loading the sweep if that is a path and there is no order. A run whose value is missing
 * or `NaN` is never the best: if the server returns one first, more runs are requested until one has a value. Among ties,
 * the server's first run is the best. If the server's best run cannot be read, the load fails with `RunUnreadable`.
 *
 * @param query - The sweep or project, filters, order, and fields.
 * @returns A function from a client to the run; `undefined` if no run has a value.
 * @example
 * ```ts no-run
 * import { loadBestRun, makeClient, orThrow } from 'wandb-run-ops/loader'
 * import { runConfig, runName } from 'wandb-run-ops/ops'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const run = await orThrow(loadBestRun({ sweep: 'team/vision/s1w2e3p4' })(client))
 *
 * console.log(run && runName(run), run && runConfig(run))
 * ```
 * @category Sweeps
 * @since 0.1.0
 */
export const loadBestRun =
  <F extends InlineField = DefaultField, C = ConfigDict, S = SummaryDict>(
    query: SweepReference | BestRunQuery<F, C, S>,
  ) =>
  (client: Client): TaskEither<LoadError, RunWith<F, C, S> | undefined> =>
    queryTask(client, bestRunShape, query, async function* (query: BestRunQuery<F, C, S>) {
      const { fields, keys, decode, signal } = query
      yield* unwrap(checkSelection({ fields, keys, decode }))
      const { project, filters, order, column } = yield* unwrap(bestRunQuery(client, query))
      const { selection, hasValue, asAsked } = bestSelection({ fields, keys, decode }, orderPath(column))
      const run = yield* unwrap(findBestRun(client, { ...selection, project, filters, order, signal }, hasValue))
      return run === undefined ? undefined : (asAsked(run) as unknown as RunWith<F, C, S>)
    })
