import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { type Listed, type ListQuery, loadList } from '../../client/graphql/loadList.ts'
import { type LoadError, loadError } from '../../client/LoadError.ts'
import { request } from '../../client/request.ts'
import { ArtifactType } from '../../types/artifact/ArtifactType.ts'
import { decodeNode } from '../../types/wire/DecodeFailure.ts'
import { findProject, resolveProject } from '../paths/resolve.ts'
import { typeDocument, typesDocument } from './documents.ts'
import { findInProject } from './resolve.ts'

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
  (query: ArtifactTypeQuery) =>
  (client: Client): TaskEither<LoadError, ArtifactType> =>
  async () => {
    const { signal, type } = query
    if (typeof type !== 'string' || type === '')
      return E.left(loadError({ _tag: 'InvalidQuery', field: 'type', reason: 'must be a non-empty string' }))
    const path = await resolveProject(client, query.project, signal)
    if (E.isLeft(path)) return path
    const { entity, project } = path.right
    const make = () => ({ operationName: 'ArtifactType', query: typeDocument, variables: { entity, project, type } })
    const data = await request(client, make, { signal })
    if (E.isLeft(data)) return data
    const node = findInProject(client, { entity, project, name: type }, data.right, ['artifactType', 'artifact type'])
    if (E.isLeft(node)) return node
    const read = decodeNode(ArtifactType)(node.right)
    return E.isRight(read) ? read : E.left(loadError({ _tag: 'Unreadable', what: 'artifact type', failure: read.left }))
  }

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
  (query: ArtifactTypesQuery) =>
  (client: Client): TaskEither<LoadError, Listed<ArtifactType>> =>
  async () => {
    const path = await resolveProject(client, query.project, query.signal)
    if (E.isLeft(path)) return path
    const { entity, project } = path.right
    return loadList(client, query, {
      operationName: 'ArtifactTypes',
      document: typesDocument,
      variables: { entity, project },
      connection: (data) =>
        E.map((found: Readonly<Record<string, unknown>>) => found['artifactTypes'])(
          findProject(client, { entity, project }, data),
        ),
      decode: decodeNode(ArtifactType),
      phase: 'artifacts',
      pageSize: 100,
    })
  }
