import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { redactJson } from '../../client/credentials.ts'
import { notFound } from '../../client/errors.ts'
import { findProject } from '../../client/graphql/inProject.ts'
import { request } from '../../client/graphql/request.ts'
import { type LoadError, loadError } from '../../client/LoadError.ts'
import { queryTask } from '../../client/queryTask.ts'
import { fail, unwrap } from '../../client/task.ts'
import type { ConfigDict } from '../../types/run/ConfigDict.ts'
import type { DefaultField, HeavyField, InlineField, RunWith } from '../../types/run/RunHeavy.ts'
import { type DictCodecs, decodeRun } from '../../types/run/runCodec.ts'
import type { SummaryDict } from '../../types/run/SummaryDict.ts'
import type { DecodeFailure } from '../../types/wire/DecodeFailure.ts'
import { type RunReference, resolveRun } from '../paths/resolve.ts'
import { checkSelection } from '../request/checkQuery.ts'
import { type RunQuery, runShape } from '../request/query.ts'
import { toRunProject } from '../request/requestRuns.ts'
import { runDocument, runVariables } from '../request/selection.ts'
import { completeNodes } from './decodePage.ts'

/**
 * Loads one run.
 *
 * A run that does not exist, or that the API key has no access to, is `NotFound`; a run that cannot be read is
 * `RunUnreadable`.
 *
 * @param query - The run's path, its record, or a query.
 * @returns A function from a client to the run.
 * @example
 * ```ts no-run
 * import { loadRun, makeClient, orThrow } from 'wandb-run-ops/loader'
 * import { runLoggedArtifactVersion } from 'wandb-run-ops/ops'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const run = await orThrow(loadRun({ run: 'team/vision/a1b2c3d4', fields: ['loggedArtifactVersions'] })(client))
 *
 * console.log(runLoggedArtifactVersion(run, 'model:latest')?.size)
 * ```
 * @category Loading
 * @since 0.1.0
 */
export const loadRun =
  <F extends HeavyField = DefaultField, C = ConfigDict, S = SummaryDict>(query: RunReference | RunQuery<F, C, S>) =>
  (client: Client): TaskEither<LoadError, RunWith<F, C, S>> =>
    queryTask(client, runShape, query, async function* ({ run, signal, ...selection }: RunQuery<F, C, S>) {
      const { fields, rows, keys, decode } = yield* unwrap(checkSelection(selection))
      const path = yield* unwrap(resolveRun(client, run, signal))
      const variables = { ...path, ...runVariables(fields, keys) }
      const data = yield* unwrap(request(client, runDocument(fields, keys), variables, { signal }))
      const found = yield* unwrap(findProject(client, path, data))
      const node = found['run'] ?? undefined
      if (node === undefined) return yield* fail(notFound(client, 'run', `${path.entity}/${path.project}/${path.id}`))

      const project = toRunProject(client, path, found)
      const { nodes, failures } = yield* unwrap(completeNodes(client, project, [node], fields, { signal }))
      const decoded =
        failures[0] === undefined
          ? decodeRun<InlineField, C, S>(fields, project, decode as DictCodecs<C, S>)(nodes[0])
          : E.left(failures[0])
      if (E.isLeft(decoded)) {
        // Reports the requested id, because that of the response is arbitrary and truncated.
        const failure = redactJson({ ...decoded.left, runId: path.id.slice(0, 40) }, client.redact) as DecodeFailure
        return yield* fail(loadError({ _tag: 'RunUnreadable', failure }))
      }
      if (rows.length === 0) return decoded.right as RunWith<F, C, S>
      const { loadRunRows } = await import('./runRows.ts')
      return (yield* unwrap(loadRunRows(client, decoded.right, rows, keys.history, signal))) as RunWith<F, C, S>
    })
