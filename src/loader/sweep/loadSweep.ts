import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { redactJson } from '../../client/credentials.ts'
import { type LoadError, loadError } from '../../client/LoadError.ts'
import { request } from '../../client/request.ts'
import { Sweep } from '../../types/sweep/Sweep.ts'
import { type DecodeFailure, decodeNode } from '../../types/wire/DecodeFailure.ts'
import { sweepNodePreparer } from '../request/sweepConfig.ts'
import { sweepDocument } from './documents.ts'
import { findSweep, resolveSweep, type SweepReference } from './resolveSweep.ts'

/**
 * The options of {@link loadSweep}.
 *
 * @category Sweeps
 * @since 0.1.0
 */
export interface SweepQuery {
  /** The path of the sweep, or its record. */
  readonly sweep: SweepReference
  /** Aborts the load. */
  readonly signal?: AbortSignal | undefined
}

/**
 * Loads one sweep, in one request.
 *
 * A sweep that does not exist, or that the API key has no access to, is `NotFound`; a sweep that cannot be read is
 * `Unreadable`.
 *
 * @param query - The sweep's path, or a query.
 * @returns A function from a client to the sweep.
 * @example
 * ```ts no-run
 * import { loadSweep, makeClient, orThrow } from 'wandb-run-ops/loader'
 * import { sweepMetric, sweepName } from 'wandb-run-ops/ops'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const sweep = await orThrow(loadSweep('team/vision/sweeps/s1w2e3p4')(client))
 *
 * console.log(sweepName(sweep), sweepMetric(sweep))
 * ```
 * @category Sweeps
 * @since 0.1.0
 */
export const loadSweep =
  (query: string | SweepQuery) =>
  (client: Client): TaskEither<LoadError, Sweep> =>
  async () => {
    const { sweep, signal }: SweepQuery = typeof query === 'string' ? { sweep: query } : query
    const path = await resolveSweep(client, sweep, signal)
    if (E.isLeft(path)) return path
    const { entity, project, id } = path.right
    const make = () => ({
      operationName: 'Sweep',
      query: sweepDocument,
      variables: { entity, project, sweep: id },
    })
    const data = await request(client, make, { signal })
    if (E.isLeft(data)) return data
    const found = findSweep(client, path.right, data.right)
    if (E.isLeft(found)) return found
    const readSweep = await sweepNodePreparer(client, found.right.project)
    const decoded = decodeNode(Sweep)(readSweep(found.right.node))
    if (E.isRight(decoded)) return decoded
    const failure = redactJson(decoded.left, client.redact) as DecodeFailure
    return E.left(loadError({ _tag: 'Unreadable', what: 'sweep', failure }))
  }
