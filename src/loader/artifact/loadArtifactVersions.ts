import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { type ArtifactVersion, artifactVersionCodec } from '../../types/ArtifactVersion.ts'
import { decodeNode } from '../../types/decodeNode.ts'
import type { Client } from '../Client.ts'
import { loadList } from '../internal/paging/loadList.ts'
import { withYounger } from '../internal/paging/younger.ts'
import { filtersText } from '../internal/run/filters.ts'
import { type LoadError, loadError } from '../LoadError.ts'
import type { Listed, ListQuery } from '../list.ts'
import { artifactVersionsDocument } from './internal/documents.ts'
import { loadMatching } from './internal/loadMatching.ts'
import { membersOf } from './internal/membersOf.ts'
import { partIn } from './internal/partIn.ts'
import { resolveArtifact } from './internal/resolveArtifact.ts'
import type { ArtifactReference } from './reference.ts'

/**
 * The options of {@link loadArtifactVersions}.
 *
 * @category Artifacts
 * @since 0.1.0
 */
export interface ArtifactVersionsQuery extends ListQuery {
  /** The artifact's path in any format that `parseArtifactPath` accepts, or its record. */
  readonly artifact: ArtifactReference
  /** Only versions that have all of these tags. */
  readonly tags?: ReadonlyArray<string> | undefined
  /** Only versions that match: a MongoDB-style object, sent as is; `{ state: 'COMMITTED' }` by default. */
  readonly filters?: Readonly<Record<string, unknown>> | undefined
  /** The order: a column such as `version_index` or `-created_at`; the server's own by default. */
  readonly order?: string | undefined
}

const invalid = (field: string, reason: string): LoadError => loadError({ _tag: 'InvalidQuery', field, reason })

const queryError = ({ order, tags }: ArtifactVersionsQuery): LoadError | undefined => {
  if (tags !== undefined && !(Array.isArray(tags) && tags.every((tag) => typeof tag === 'string')))
    return invalid('tags', 'must be an array of strings')
  return order !== undefined && (typeof order !== 'string' || order === '')
    ? invalid('order', 'must be a column such as "version_index" or "-created_at"')
    : undefined
}

const PAGE = 100

/**
 * Loads the versions of an artifact, with their names, numbers and aliases in that artifact.
 *
 * The server cannot filter by tags: with `tags`, pages are read until `limit` versions match, `totalCount` is `undefined`,
 * and there is no `cursor` if `limit` was reached within a page. A server without tags fails with `Unsupported`.
 *
 * @param query - The artifact, tags, filters, order, and paging options.
 * @returns A function from a client to the artifact versions.
 * @example
 * ```ts no-run
 * import { loadArtifactVersions, makeClient, orThrow } from 'wandb-run-ops/loader'
 * import { artifactVersionAlias, artifactVersionSize } from 'wandb-run-ops/ops'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const { items } = await orThrow(loadArtifactVersions({ artifact: 'team/vision/model' })(client))
 *
 * console.log(items.map((version) => [artifactVersionAlias(version), artifactVersionSize(version)]))
 * ```
 * @category Artifacts
 * @since 0.1.0
 */
export const loadArtifactVersions =
  (query: ArtifactVersionsQuery) =>
  (client: Client): TaskEither<LoadError, Listed<ArtifactVersion>> =>
  async () => {
    const { order = null, signal, tags = [] } = query
    const wrong = queryError(query)
    if (wrong !== undefined) return E.left(wrong)
    const filters = filtersText(query.filters ?? { state: 'COMMITTED' })
    if (E.isLeft(filters)) return filters
    const path = await resolveArtifact(client, query.artifact, signal)
    if (E.isLeft(path)) return path

    const page = (list: ListQuery) =>
      withYounger(client, 'Artifact', (isSupported) =>
        loadList(client, list, {
          operationName: 'ArtifactVersions',
          document: artifactVersionsDocument(isSupported),
          variables: { ...path.right, filters: filters.right, order },
          connection: (data) => {
            const collection = partIn(client, path.right, data, ['artifactCollection', 'artifact'])
            return E.isLeft(collection) ? collection : E.right(membersOf(collection.right))
          },
          decode: decodeNode(artifactVersionCodec(client.appUrl)),
          phase: 'artifactVersions',
          pageSize: PAGE,
        }),
      )
    if (tags.length === 0) return page(query)
    let isUnsupported = false
    const matching = await loadMatching(query, PAGE, page, (version) => {
      isUnsupported ||= version.tags === undefined
      return tags.every((tag) => version.tags?.includes(tag))
    })
    return isUnsupported
      ? E.left(
          loadError({
            _tag: 'Unsupported',
            feature: 'tags on artifact versions',
            advice: 'load all versions, and check their aliases or metadata',
          }),
        )
      : matching
  }
