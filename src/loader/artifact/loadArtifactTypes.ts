import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { ArtifactType } from '../../types/ArtifactType.ts'
import { decodeNode } from '../../types/decodeNode.ts'
import type { Client } from '../Client.ts'
import { loadList } from '../internal/paging/loadList.ts'
import { projectIn } from '../internal/paths/projectIn.ts'
import { resolveProject } from '../internal/paths/resolve.ts'
import type { LoadError } from '../LoadError.ts'
import type { Listed, ListQuery } from '../list.ts'
import { typesDocument } from './internal/documents.ts'

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
          projectIn(client, { entity, project }, data),
        ),
      decode: decodeNode(ArtifactType),
      phase: 'artifacts',
      pageSize: 100,
    })
  }
