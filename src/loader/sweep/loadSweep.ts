import * as E from 'fp-ts/lib/Either.js'
import { pipe } from 'fp-ts/lib/function.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { redactJson } from '../../client/credentials.ts'
import { unreadableRecord } from '../../client/errors.ts'
import { request } from '../../client/graphql/request.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { abortSignal } from '../../client/optionChecks.ts'
import { type QueryShape, queryTask } from '../../client/queryTask.ts'
import { unwrap } from '../../client/task.ts'
import { Sweep } from '../../types/sweep/Sweep.ts'
import { type DecodeFailure, decodeNode } from '../../types/wire/DecodeFailure.ts'
import { resolveSweep, type SweepReference } from '../paths/resolve.ts'
import { byProjectAndId } from '../request/references.ts'
import { sweepNodePreparer } from '../request/sweepConfig.ts'
import { findSweep, sweepDocument } from './documents.ts'

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

export const sweepShape: QueryShape<SweepQuery> = {
  subject: 'sweep',
  options: { sweep: true, signal: abortSignal },
  reference: byProjectAndId,
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
  (query: SweepReference | SweepQuery) =>
  (client: Client): TaskEither<LoadError, Sweep> =>
    queryTask(client, sweepShape, query, async function* ({ sweep, signal }: SweepQuery) {
      const path = yield* unwrap(resolveSweep(client, sweep, signal))
      const { entity, project, id } = path
      const data = yield* unwrap(request(client, sweepDocument, { entity, project, sweep: id }, { signal }))
      const found = yield* unwrap(findSweep(client, path, data))
      const prepare = await sweepNodePreparer(client, found.project)
      return yield* unwrap(
        pipe(
          decodeNode(Sweep)(prepare(found.node)),
          E.mapLeft((failure) => unreadableRecord('sweep')(redactJson(failure, client.redact) as DecodeFailure)),
        ),
      )
    })
