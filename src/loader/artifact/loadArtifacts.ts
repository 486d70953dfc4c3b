import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { findProject } from '../../client/graphql/inProject.ts'
import { type Listed, type ListQuery, listOptions, loadList } from '../../client/graphql/loadList.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { isNonEmpty, mustBe, nonEmptyString, oneOf } from '../../client/optionChecks.ts'
import { type QueryShape, queryTask } from '../../client/queryTask.ts'
import type { GraphqlData } from '../../client/readReply.ts'
import { unwrap } from '../../client/task.ts'
import { type Artifact, type ArtifactKind, artifactCodec } from '../../types/artifact/Artifact.ts'
import { decodeNode } from '../../types/wire/DecodeFailure.ts'
import { resolveProject } from '../paths/resolve.ts'
import { serializeFilters } from '../request/jsonFilters.ts'
import { byEntityAndName, type ProjectReference } from '../request/references.ts'
import { artifactsDocument } from './documents.ts'
import { findArtifactType } from './resolve.ts'

/**
 * The options of {@link loadArtifacts}.
 *
 * @category Artifacts
 * @since 0.1.0
 */
export interface ArtifactsQuery extends ListQuery {
  /** `entity/project`, `project` of the client's entity, or the project's URL; the client's project by default. */
  readonly project?: string | undefined
  /** Only artifacts of this type; all by default. */
  readonly type?: string | undefined
  /** Only sequences or only portfolios; both by default. */
  readonly kind?: ArtifactKind | undefined
  /** Only artifacts that match: a MongoDB-style object, sent as is, such as `{ name: { $regex: '^model' } }`. */
  readonly filters?: Readonly<Record<string, unknown>> | undefined
  /** The order: a column such as `name` or `-created_at`; the server's own by default. */
  readonly order?: string | undefined
}

export const artifactsShape: QueryShape<ArtifactsQuery> = {
  subject: 'project',
  options: {
    project: true,
    type: nonEmptyString,
    kind: oneOf('portfolio', 'sequence'),
    filters: true,
    order: mustBe('a column such as "name" or "-created_at"', isNonEmpty),
    ...listOptions,
  },
  reference: byEntityAndName,
}

/**
 * Loads the artifacts of a project: collections of versions, not the versions themselves.
 *
 * A type that the project does not have is `NotFound`.
 *
 * @param query - The project, type, kind, filters, order, and paging options.
 * @returns A function from a client to the artifacts.
 * @example
 * ```ts no-run
 * import { loadArtifacts, makeClient, orThrow } from 'wandb-run-ops/loader'
 * import { artifactName } from 'wandb-run-ops/ops'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const { items } = await orThrow(loadArtifacts({ project: 'team/vision', type: 'model' })(client))
 *
 * console.log(items.map(artifactName))
 * ```
 * @category Artifacts
 * @since 0.1.0
 */
export const loadArtifacts =
  (query: ProjectReference | ArtifactsQuery = {}) =>
  (client: Client): TaskEither<LoadError, Listed<Artifact>> =>
    queryTask(client, artifactsShape, query, async function* (query: ArtifactsQuery) {
      const { kind, order, type } = query
      const filters = yield* unwrap(serializeFilters(query.filters))
      const path = yield* unwrap(resolveProject(client, query.project, query.signal))
      const { entity, project } = path
      const parentOf = (data: GraphqlData) =>
        type === undefined ? findProject(client, path, data) : findArtifactType(client, { ...path, type }, data)
      return yield* unwrap(
        loadList(client, query, {
          document: artifactsDocument(type !== undefined),
          variables: {
            entity,
            project,
            filters: query.filters === undefined ? null : filters,
            order: order ?? null,
            kinds: kind === undefined ? null : [kind.toUpperCase()],
            ...(type === undefined ? {} : { type }),
          },
          connection: (data) => E.map(({ artifactCollections }: GraphqlData) => artifactCollections)(parentOf(data)),
          decode: decodeNode(artifactCodec(client.appUrl)),
          phase: 'artifacts',
          pageSize: 100,
        }),
      )
    })
