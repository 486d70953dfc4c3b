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
 * Among which runs to look for the best, by what, and what to load of it.
 *
 * @typeParam F - The heavy fields.
 * @typeParam C - The type of `config`, where a codec gives it one.
 * @typeParam S - The type of `summary`, where a codec gives it one.
 * @category Sweeps
 * @since 0.1.0
 */
export interface BestRunQuery<F extends NodeField = DefaultField, C = ConfigDict, S = SummaryDict>
  extends RunSelection<F, C, S> {
  /** The sweep whose runs to look at. */
  readonly sweep?: SweepReference | (Exclude<SweepReference, string> & { readonly config: unknown }) | undefined
  /** The project whose runs to look at, where there is no sweep. */
  readonly project?: string | undefined
  /** Which of those runs to look at, as in `loadRuns`; all by default. */
  readonly filters?: Filter | Readonly<Record<string, unknown>> | undefined
  /** By what, the best first: an `Order`, or `+summary_metrics.loss`, `-config.lr.value`, … By default the metric and goal of the sweep. */
  readonly order?: Order | string | undefined
  /** Ends the load at once. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Loads the best run of a sweep by the sweep's metric and goal, or of a sweep or project by an order.
 *
 * One run is asked for; a sweep that is given by its path, and without an order, is asked for first. A run whose value is
 * missing or `NaN` is never the best, whatever the server puts first: then more runs are asked for until one has a
 * value. Among equals it is the server's first. Where the server's best cannot be read, that is the error
 * `RunUnreadable`, and no other run takes its place.
 *
 * @returns The run; `undefined` where no run has a value.
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
    // What comes has the fields that were asked for: what the search added is taken away again.
    return E.map((run: Readonly<Record<string, unknown>> | undefined) =>
      run === undefined ? undefined : (asAsked(run) as unknown as RunWith<F, C, S>),
    )(found)
  }
