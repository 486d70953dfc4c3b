import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { redactJson } from '../../client/credentials.ts'
import { type LoadError, loadError } from '../../client/LoadError.ts'
import { request } from '../../client/request.ts'
import type { ConfigDict } from '../../types/run/ConfigDict.ts'
import type { DefaultField, HeavyField, InlineField, RunWith } from '../../types/run/RunHeavy.ts'
import { type DictCodecs, decodeRun } from '../../types/run/runCodec.ts'
import type { SummaryDict } from '../../types/run/SummaryDict.ts'
import type { DecodeFailure } from '../../types/wire/DecodeFailure.ts'
import { isObject } from '../../types/wire/own.ts'
import { resolveRun } from '../paths/resolve.ts'
import { checkSelection } from '../request/checkQuery.ts'
import type { RunQuery } from '../request/query.ts'
import { toRunProject } from '../request/requestRuns.ts'
import { isPagedField, runDocument, runVariables } from '../request/selection.ts'

const beyondNode = () => import('./lazy.ts')

/**
 * Loads one run.
 *
 * A run that does not exist, or that the API key has no access to, is `NotFound`; a run that cannot be read is
 * `RunUnreadable`.
 *
 * @param query - The run's path, or a query.
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
  <F extends HeavyField = DefaultField, C = ConfigDict, S = SummaryDict>(query: string | RunQuery<F, C, S>) =>
  (client: Client): TaskEither<LoadError, RunWith<F, C, S>> =>
  async () => {
    const { run, signal, ...selection }: RunQuery<F, C, S> = typeof query === 'string' ? { run: query } : query
    const checked = checkSelection(selection)
    if (E.isLeft(checked)) return checked
    const { fields, rows, keys, decode } = checked.right
    const path = await resolveRun(client, run, signal)
    if (E.isLeft(path)) return path
    const { entity, project, id } = path.right

    const notFound = (what: 'project' | 'run', where: string): LoadError =>
      loadError({ _tag: 'NotFound', what, path: client.redact(where) })

    const make = () => ({
      operationName: 'Run',
      query: runDocument(fields, keys),
      variables: { entity, project, id, ...runVariables(fields, keys) },
    })
    const data = await request(client, make, { signal })
    if (E.isLeft(data)) return data
    const parent = data.right['project']
    if (!isObject(parent)) return E.left(notFound('project', `${entity}/${project}`))
    const sent = parent['run']
    if (sent === null || sent === undefined) return E.left(notFound('run', `${entity}/${project}/${id}`))

    const nodes = fields.includes('sweep')
      ? await (await beyondNode()).prepareSweepNodes(client, path.right, [sent])
      : [sent]
    const pagedFields = fields.filter(isPagedField)
    let complete: E.Either<DecodeFailure, unknown> = E.right(nodes[0])
    if (pagedFields.length > 0) {
      const { completeConnections } = await beyondNode()
      const whole = await completeConnections(client, { entity, project }, nodes, pagedFields, { signal })
      if (E.isLeft(whole)) return whole
      complete = whole.right.nodes[0] ?? complete
    }
    const serverProject = toRunProject(client, { entity, project }, parent)
    const decoded = E.isLeft(complete)
      ? complete
      : decodeRun<InlineField, C, S>(fields, serverProject, decode as DictCodecs<C, S>)(complete.right)
    if (E.isRight(decoded)) {
      if (rows.length === 0) return E.right(decoded.right as RunWith<F, C, S>)
      const { loadRunRows } = await beyondNode()
      const rowed = await loadRunRows(client, decoded.right, rows, keys.history, signal)
      return E.isLeft(rowed) ? rowed : E.right(rowed.right as RunWith<F, C, S>)
    }
    // Reports the requested id, because that of the response is arbitrary and truncated.
    const failure = redactJson({ ...decoded.left, runId: id.slice(0, 40) }, client.redact) as DecodeFailure
    return E.left(loadError({ _tag: 'RunUnreadable', failure }))
  }
