import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { ConfigDict } from '../types/ConfigDict.ts'
import { isObject } from '../types/codec/isObject.ts'
import { decodeRun } from '../types/decodeRun.ts'
import type { DefaultField, NodeField } from '../types/RunHeavy.ts'
import type { RunWith } from '../types/RunWith.ts'
import type { DictCodecs } from '../types/runCodec.ts'
import type { SummaryDict } from '../types/SummaryDict.ts'
import type { Client } from './Client.ts'
import { wholeNodes } from './internal/artifacts.ts'
import { checkSelection } from './internal/checkQuery.ts'
import { runDocument } from './internal/documents.ts'
import { request } from './internal/request.ts'
import { placeOf } from './internal/requestRuns.ts'
import { withEntity } from './internal/resolve.ts'
import { isArtifactField, runVariables } from './internal/selection.ts'
import { type LoadError, loadError } from './LoadError.ts'
import { parseRunPath } from './paths.ts'
import type { RunQuery } from './query.ts'

/**
 * Loads one run.
 *
 * A run that does not exist, or that the API key may not see, is `NotFound`; one that cannot be read is `RunUnreadable`.
 *
 * @param query - The run's path, or a query.
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
  <F extends NodeField = DefaultField, C = ConfigDict, S = SummaryDict>(query: string | RunQuery<F, C, S>) =>
  (client: Client): TaskEither<LoadError, RunWith<F, C, S>> =>
  async () => {
    const { run, signal, ...selection }: RunQuery<F, C, S> = typeof query === 'string' ? { run: query } : query
    const checked = checkSelection(selection)
    if (E.isLeft(checked)) return checked
    const { fields, keys, decode } = checked.right
    const parsed =
      typeof run === 'string'
        ? parseRunPath(run, client)
        : E.right({ entity: run.entity, project: run.project, id: run.id })
    if (E.isLeft(parsed)) return parsed
    const path = await withEntity(client, parsed.right, signal)
    if (E.isLeft(path)) return path
    const { entity, project, id } = path.right

    const make = () => ({
      operationName: 'Run',
      query: runDocument(fields, keys),
      variables: { entity, project, id, ...runVariables(fields, keys) },
    })
    const data = await request(client, make, { signal })
    if (E.isLeft(data)) return data
    const parent = data.right['project']
    if (!isObject(parent)) return E.left(loadError({ _tag: 'NotFound', what: 'project', path: `${entity}/${project}` }))
    const node = parent['run']
    if (node === null || node === undefined)
      return E.left(loadError({ _tag: 'NotFound', what: 'run', path: `${entity}/${project}/${id}` }))

    const whole = await wholeNodes(client, { entity, project }, [node], fields.filter(isArtifactField), { signal })
    if (E.isLeft(whole)) return whole
    const complete = whole.right.nodes[0] ?? E.right(node)
    const place = placeOf(client, { entity, project }, parent)
    const decoded = E.isLeft(complete)
      ? complete
      : decodeRun(fields as ReadonlyArray<F>, place, decode as DictCodecs<C, S>)(complete.right)
    return E.isLeft(decoded) ? E.left(loadError({ _tag: 'RunUnreadable', failure: decoded.left })) : decoded
  }
