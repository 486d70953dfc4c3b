import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { invalidOption, unreadableRecord } from '../../client/errors.ts'
import { findProject } from '../../client/graphql/inProject.ts'
import { type Listed, type ListQuery, listOptions, loadList } from '../../client/graphql/loadList.ts'
import { request } from '../../client/graphql/request.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { abortSignal, nonEmptyString } from '../../client/optionChecks.ts'
import { type QueryShape, queryTask } from '../../client/queryTask.ts'
import type { GraphqlData } from '../../client/readReply.ts'
import { fail, unwrap } from '../../client/task.ts'
import { ArtifactType } from '../../types/artifact/ArtifactType.ts'
import { decodeNode } from '../../types/wire/DecodeFailure.ts'
import { resolveProject } from '../paths/resolve.ts'
import { byEntityAndName, byName, type ProjectReference } from '../request/references.ts'
import { typeDocument, typesDocument } from './documents.ts'
import { findArtifactType } from './resolve.ts'

/**
 * The options of {@link loadArtifactType}.
 *
 * @category Artifacts
 * @since 0.1.0
 */
export interface ArtifactTypeQuery {
  /** `entity/project`, `project` of the client's entity, or the project's URL; the client's project by default. */
  readonly project?: string | undefined
  /** The name of the type, such as `model`. */
  readonly type: string
  /** Aborts the load. */
  readonly signal?: AbortSignal | undefined
}

export const artifactTypeShape: QueryShape<ArtifactTypeQuery> = {
  subject: 'type',
  options: { type: nonEmptyString, project: true, signal: abortSignal },
  reference: byName,
}

/**
 * Loads one artifact type. A type that the project does not have is `NotFound`.
 *
 * @param query - The project and the name of the type.
 * @returns A function from a client to the artifact type.
 * @example
 * ```ts no-run
 * import { loadArtifactType, makeClient, orThrow } from 'wandb-run-ops/loader'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const type = await orThrow(loadArtifactType({ project: 'team/vision', type: 'model' })(client))
 *
 * console.log(type.description, type.createdAt)
 * ```
 * @category Artifacts
 * @since 0.1.0
 */
export const loadArtifactType =
  (query: string | Pick<ArtifactType, 'name'> | ArtifactTypeQuery) =>
  (client: Client): TaskEither<LoadError, ArtifactType> =>
    queryTask(client, artifactTypeShape, query, async function* (query: ArtifactTypeQuery) {
      const { signal, type } = query
      if (type === undefined) return yield* fail(invalidOption('type', 'must be a non-empty string'))
      const { entity, project } = yield* unwrap(resolveProject(client, query.project, signal))
      const path = { entity, project, type }
      const data = yield* unwrap(request(client, typeDocument, path, { signal }))
      const node = yield* unwrap(findArtifactType(client, path, data))
      return yield* unwrap(E.mapLeft(unreadableRecord('artifact type'))(decodeNode(ArtifactType)(node)))
    })

/**
 * The options of {@link loadArtifactTypes}.
 *
 * @category Artifacts
 * @since 0.1.0
 */
export interface ArtifactTypesQuery extends ListQuery {
  /** `entity/project`, `project` of the client's entity, or the project's URL; the client's project by default. */
  readonly project?: string | undefined
}

export const artifactTypesShape: QueryShape<ArtifactTypesQuery> = {
  subject: 'project',
  options: { project: true, ...listOptions },
  reference: byEntityAndName,
}

/**
 * Loads the artifact types of a project.
 *
 * @param query - The project, and the paging options.
 * @returns A function from a client to the artifact types.
 * @example
 * ```ts no-run
 * import { loadArtifactTypes, makeClient, orThrow } from 'wandb-run-ops/loader'
 * import { artifactTypeName } from 'wandb-run-ops/ops'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const { items } = await orThrow(loadArtifactTypes({ project: 'team/vision' })(client))
 *
 * console.log(items.map(artifactTypeName))
 * ```
 * @category Artifacts
 * @since 0.1.0
 */
export const loadArtifactTypes =
  (query: ProjectReference | ArtifactTypesQuery = {}) =>
  (client: Client): TaskEither<LoadError, Listed<ArtifactType>> =>
    queryTask(client, artifactTypesShape, query, async function* (query: ArtifactTypesQuery) {
      const path = yield* unwrap(resolveProject(client, query.project, query.signal))
      return yield* unwrap(
        loadList(client, query, {
          document: typesDocument,
          variables: { ...path },
          connection: (data) =>
            E.map(({ artifactTypes }: GraphqlData) => artifactTypes)(findProject(client, path, data)),
          decode: decodeNode(ArtifactType),
          phase: 'artifacts',
          pageSize: 100,
        }),
      )
    })
