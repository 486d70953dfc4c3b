import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { isObject } from '../../types/codec/isObject.ts'
import { decodeNode } from '../../types/decodeNode.ts'
import type { DefaultField } from '../../types/RunHeavy.ts'
import type { RunWith } from '../../types/RunWith.ts'
import { User } from '../../types/User.ts'
import type { Client } from '../Client.ts'
import { ofVersion } from '../internal/artifact/ofVersion.ts'
import { resolveVersion, versionOf } from '../internal/artifact/resolveVersion.ts'
import { request } from '../internal/http/request.ts'
import { runSelection } from '../internal/run/selection.ts'
import { type LoadError, loadError } from '../LoadError.ts'
import { createdBy } from './internal/documents.ts'
import { lineageFields, readLineageRun } from './internal/runsOfLineage.ts'
import type { LineageField, LoggedByQuery } from './lineage.ts'

/**
 * The creator of an artifact version: a run, or a user without one; neither if the API key has no access to it.
 *
 * @typeParam R - The type of the run.
 * @category Artifacts
 * @since 0.1.0
 */
export interface LoggedBy<R> {
  /** The run that logged it. */
  readonly run: R | undefined
  /** The user that created it without a run. */
  readonly user: User | undefined
}

/**
 * Loads the creator of an artifact version, in one request.
 *
 * @param query - The artifact version, and the fields of the run.
 * @returns A function from a client to the run or the user.
 * @example
 * ```ts no-run
 * import { loadLoggedBy, makeClient, orThrow } from 'wandb-run-ops/loader'
 * import { runName } from 'wandb-run-ops/ops'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const { run, user } = await orThrow(loadLoggedBy({ artifactVersion: 'team/vision/model:best' })(client))
 *
 * console.log(run === undefined ? user?.username : runName(run))
 * ```
 * @category Artifacts
 * @since 0.1.0
 */
export const loadLoggedBy =
  <F extends LineageField = DefaultField>(query: LoggedByQuery<F>) =>
  (client: Client): TaskEither<LoadError, LoggedBy<RunWith<F>>> =>
  async () => {
    const { artifactVersion, signal } = query
    const fields = lineageFields(query.fields)
    if (E.isLeft(fields)) return fields
    const target = await resolveVersion(client, artifactVersion, signal)
    if (E.isLeft(target)) return target
    const document = ofVersion('ArtifactLoggedBy', target.right.by, '', createdBy(runSelection(fields.right, {})))
    const make = () => ({ operationName: 'ArtifactLoggedBy', query: document, variables: target.right.variables })
    const data = await request(client, make, { signal })
    if (E.isLeft(data)) return data
    const version = versionOf(client, target.right, data.right)
    if (E.isLeft(version)) return version
    const creator = version.right['createdBy']
    if (creator === null || creator === undefined) return E.right({ run: undefined, user: undefined })
    if (isObject(creator) && creator['__typename'] === 'User') {
      const user = decodeNode(User)(creator)
      return E.isRight(user)
        ? E.right({ run: undefined, user: user.right })
        : E.left(loadError({ _tag: 'Unreadable', what: 'user', failure: user.left }))
    }
    const run = readLineageRun(client, fields.right as ReadonlyArray<F>)(creator)
    return E.isRight(run)
      ? E.right({ run: run.right, user: undefined })
      : E.left(loadError({ _tag: 'RunUnreadable', failure: run.left }))
  }
