import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { DecodeFailure } from '../../types/DecodeFailure.ts'
import { decodeNode } from '../../types/decodeNode.ts'
import { Sweep } from '../../types/Sweep.ts'
import type { Client } from '../Client.ts'
import { redactedJson } from '../internal/http/credentials.ts'
import { request } from '../internal/http/request.ts'
import { sweepReader } from '../internal/run/sweepNodes.ts'
import { type LoadError, loadError } from '../LoadError.ts'
import { sweepDocument } from './internal/documents.ts'
import { resolveSweep } from './internal/resolveSweep.ts'
import { sweepOf } from './internal/sweepOf.ts'
import type { SweepReference } from './SweepReference.ts'

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
    const found = sweepOf(client, path.right, data.right)
    if (E.isLeft(found)) return found
    const readSweep = await sweepReader(client, found.right.project)
    const decoded = decodeNode(Sweep)(readSweep(found.right.node))
    if (E.isRight(decoded)) return decoded
    const failure = redactedJson(decoded.left, client.redact) as DecodeFailure
    return E.left(loadError({ _tag: 'Unreadable', what: 'sweep', failure }))
  }
