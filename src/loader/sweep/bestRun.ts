import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { ConfigDict } from '../../types/ConfigDict.ts'
import type { Filter } from '../../types/query/Filter.ts'
import type { Order } from '../../types/query/Order.ts'
import type { DefaultField, NodeField } from '../../types/RunHeavy.ts'
import type { RunWith } from '../../types/RunWith.ts'
import type { SummaryDict } from '../../types/SummaryDict.ts'
import type { Client } from '../Client.ts'
import { checkSelection } from '../internal/run/checkQuery.ts'
import type { LoadError } from '../LoadError.ts'
import type { RunSelection } from '../query.ts'
import { bestSelection } from './internal/bestSelection.ts'
import { findBest } from './internal/findBest.ts'
import { orderValue } from './internal/orderValue.ts'
import { whereToLook } from './internal/whereToLook.ts'
import type { SweepReference } from './SweepReference.ts'

/**
 * The options of {@link bestRun}.
 *
 * @typeParam F - The heavy fields.
 * @typeParam C - The type of `config`, if a codec types it.
 * @typeParam S - The type of `summary`, if a codec types it.
 * @category Sweeps
 * @since 0.1.0
 */
export interface BestRunQuery<F extends NodeField = DefaultField, C = ConfigDict, S = SummaryDict>
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
 * import { bestRun, makeClient, orThrow } from 'wandb-run-ops/loader'
 * import { runConfig, runName } from 'wandb-run-ops/ops'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const run = await orThrow(bestRun({ sweep: 'team/vision/s1w2e3p4' })(client))
 *
 * console.log(run && runName(run), run && runConfig(run))
 * ```
 * @category Sweeps
 * @since 0.1.0
 */
export const bestRun =
  <F extends NodeField = DefaultField, C = ConfigDict, S = SummaryDict>(query: BestRunQuery<F, C, S>) =>
  (client: Client): TaskEither<LoadError, RunWith<F, C, S> | undefined> =>
  async () => {
    const { fields, keys, decode, signal } = query
    const checked = checkSelection({ fields, keys, decode })
    if (E.isLeft(checked)) return checked
    const where = await whereToLook(client, query)
    if (E.isLeft(where)) return where
    const { project, filters, order } = where.right
    const { selection, hasValue, asAsked } = bestSelection({ fields, keys, decode }, orderValue(order))
    const found = await findBest(client, { ...selection, project, filters, order, signal }, hasValue)
    // Removes the fields that only the search needed.
    return E.map((run: Readonly<Record<string, unknown>> | undefined) =>
      run === undefined ? undefined : (asAsked(run) as unknown as RunWith<F, C, S>),
    )(found)
  }
