import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { invalidOption, unreadableRecord } from '../../client/errors.ts'
import { type Listed, type ListQuery, listOptions, loadList } from '../../client/graphql/loadList.ts'
import { request } from '../../client/graphql/request.ts'
import { type LoadError, loadError } from '../../client/LoadError.ts'
import { type QueryShape, queryTask } from '../../client/queryTask.ts'
import type { GraphqlData } from '../../client/readReply.ts'
import { unwrap } from '../../client/task.ts'
import { type DefaultField, defaultFields, type InlineField, type RunWith } from '../../types/run/RunHeavy.ts'
import { decodeRun } from '../../types/run/runCodec.ts'
import { User } from '../../types/user/User.ts'
import { type DecodeFailure, decodeNode, type NodePosition } from '../../types/wire/DecodeFailure.ts'
import { getOwn, isObject } from '../../types/wire/own.ts'
import { runSelection } from '../request/selection.ts'
import { loggedByDocument, usedByDocument } from './documents.ts'
import { type ArtifactVersionQuery, artifactVersionShape } from './loadArtifactVersion.ts'
import { type ArtifactVersionReference, findVersion, resolveVersion } from './resolve.ts'

/**
 * The heavy fields that can be loaded for the runs of a lineage.
 *
 * @category Artifacts
 * @since 0.1.0
 */
export type LineageField = Extract<InlineField, 'config' | 'summary' | 'systemMetrics' | 'historyKeys'>

/**
 * The options of `loadLoggedBy`.
 *
 * @typeParam F - The heavy fields.
 * @category Artifacts
 * @since 0.1.0
 */
export interface LoggedByQuery<F extends LineageField = DefaultField> extends ArtifactVersionQuery {
  /** The heavy fields to load; `config`, `summary` and `systemMetrics` by default. Light fields are always loaded. */
  readonly fields?: ReadonlyArray<F> | undefined
}

/**
 * The options of `loadUsedBy`.
 *
 * @typeParam F - The heavy fields.
 * @category Artifacts
 * @since 0.1.0
 */
export interface UsedByQuery<F extends LineageField = DefaultField> extends LoggedByQuery<F>, ListQuery {}

export const loggedByShape: QueryShape<LoggedByQuery> = {
  ...artifactVersionShape,
  options: { ...artifactVersionShape.options, fields: true },
}

export const usedByShape: QueryShape<UsedByQuery> = {
  ...artifactVersionShape,
  options: { ...loggedByShape.options, ...listOptions },
}

const loadable: ReadonlyArray<LineageField> = ['config', 'summary', 'systemMetrics', 'historyKeys']

/** Validates the heavy fields of a query; returns them without duplicates. */
export const checkLineageFields = (
  fields: ReadonlyArray<LineageField> = defaultFields,
): E.Either<LoadError, ReadonlyArray<LineageField>> =>
  Array.isArray(fields) && fields.every((field) => loadable.includes(field))
    ? E.right([...new Set(fields)])
    : E.left(invalidOption('fields', `must be an array of ${loadable.join(', ')}`))

/** Decodes runs of any project; each node has its own project. */
export const decodeLineageRun =
  <F extends LineageField>(client: Client, fields: ReadonlyArray<F>) =>
  (node: unknown, at?: NodePosition): E.Either<DecodeFailure, RunWith<F>> => {
    const project = isObject(node) ? getOwn(node, 'project') : undefined
    const entity = isObject(project) ? getOwn(project, 'entityName') : undefined
    const name = isObject(project) ? getOwn(project, 'name') : undefined
    const runProject =
      typeof entity === 'string' && typeof name === 'string'
        ? { entity, project: name, appUrl: client.appUrl }
        : undefined
    return decodeRun(fields, runProject)(node, at)
  }

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
  <F extends LineageField = DefaultField>(query: ArtifactVersionReference | LoggedByQuery<F>) =>
  (client: Client): TaskEither<LoadError, LoggedBy<RunWith<F>>> =>
    queryTask(client, loggedByShape, query, async function* (query: LoggedByQuery<F>) {
      const { artifactVersion, signal } = query
      const fields = yield* unwrap(checkLineageFields(query.fields))
      const target = yield* unwrap(resolveVersion(client, artifactVersion, signal))
      const document = loggedByDocument(target.by, runSelection(fields, {}))
      const data = yield* unwrap(request(client, document, target.variables, { signal }))
      const { createdBy: creator } = yield* unwrap(findVersion(client, target, data))
      if (creator === null || creator === undefined) return { run: undefined, user: undefined }
      if (isObject(creator) && creator['__typename'] === 'User') {
        const user = yield* unwrap(E.mapLeft(unreadableRecord('user'))(decodeNode(User)(creator)))
        return { run: undefined, user }
      }
      const decode = decodeLineageRun(client, fields as ReadonlyArray<F>)
      const unreadable = (failure: DecodeFailure) => loadError({ _tag: 'RunUnreadable', failure })
      return { run: yield* unwrap(E.mapLeft(unreadable)(decode(creator))), user: undefined }
    })

/**
 * Loads the runs of any project that used an artifact version, one page per request.
 *
 * @param query - The artifact version, the fields, and the paging options.
 * @returns A function from a client to the runs.
 * @example
 * ```ts no-run
 * import { loadUsedBy, makeClient, orThrow } from 'wandb-run-ops/loader'
 * import { runName } from 'wandb-run-ops/ops'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const { items } = await orThrow(loadUsedBy({ artifactVersion: 'team/vision/data:v2', fields: [] })(client))
 *
 * console.log(items.map(runName))
 * ```
 * @category Artifacts
 * @since 0.1.0
 */
export const loadUsedBy =
  <F extends LineageField = DefaultField>(query: ArtifactVersionReference | UsedByQuery<F>) =>
  (client: Client): TaskEither<LoadError, Listed<RunWith<F>>> =>
    queryTask(client, usedByShape, query, async function* (query: UsedByQuery<F>) {
      const fields = yield* unwrap(checkLineageFields(query.fields))
      const target = yield* unwrap(resolveVersion(client, query.artifactVersion, query.signal))
      return yield* unwrap(
        loadList(client, query, {
          document: usedByDocument(target.by, runSelection(fields, {})),
          variables: target.variables,
          connection: (data) => E.map(({ usedBy }: GraphqlData) => usedBy)(findVersion(client, target, data)),
          decode: decodeLineageRun(client, fields as ReadonlyArray<F>),
          phase: 'runs',
          pageSize: 100,
        }),
      )
    })
