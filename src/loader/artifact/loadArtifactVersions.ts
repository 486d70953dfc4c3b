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
 * Which versions of an artifact to load.
 *
 * @category Artifacts
 * @since 0.1.0
 */
export interface ArtifactVersionsQuery extends ListQuery {
  /** The artifact's path in any spelling that `parseArtifactPath` reads, or its record. */
  readonly artifact: ArtifactReference
  /** Only versions that have all of these tags. */
  readonly tags?: ReadonlyArray<string> | undefined
  /** Which versions: a MongoDB-style object, sent as it is; `{ state: 'COMMITTED' }` by default. */
  readonly filters?: Readonly<Record<string, unknown>> | undefined
  /** In which order: a column such as `version_index`, `-created_at`; the server's own by default. */
  readonly order?: string | undefined
}

const refuse = (field: string, reason: string): LoadError => loadError({ _tag: 'InvalidQuery', field, reason })

const mistake = ({ order, tags }: ArtifactVersionsQuery): LoadError | undefined => {
  if (tags !== undefined && !(Array.isArray(tags) && tags.every((tag) => typeof tag === 'string')))
    return refuse('tags', 'must be a list of tags')
  return order !== undefined && (typeof order !== 'string' || order === '')
    ? refuse('order', 'must be a column such as "version_index" or "-created_at"')
    : undefined
}

const PAGE = 100

/**
 * Loads the versions of an artifact, with their names, numbers and aliases in that artifact.
 *
 * The server does not filter by tags: with `tags` every page is read until `limit` versions have them, `totalCount` is
 * `undefined`, there is no `cursor` where `limit` cut a page short, and a server that does not know tags gives
 * `Unsupported`.
 *
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
    const wrong = mistake(query)
    if (wrong !== undefined) return E.left(wrong)
    const filters = filtersText(query.filters ?? { state: 'COMMITTED' })
    if (E.isLeft(filters)) return filters
    const path = await resolveArtifact(client, query.artifact, signal)
    if (E.isLeft(path)) return path

    const page = (list: ListQuery) =>
      withYounger(client, 'Artifact', (isKnown) =>
        loadList(client, list, {
          operationName: 'ArtifactVersions',
          document: artifactVersionsDocument(isKnown),
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
    let isUnknown = false
    const matching = await loadMatching(query, PAGE, page, (version) => {
      isUnknown ||= version.tags === undefined
      return tags.every((tag) => version.tags?.includes(tag))
    })
    return isUnknown
      ? E.left(
          loadError({
            _tag: 'Unsupported',
            feature: 'tags of artifact versions',
            advice: 'ask for all versions, and look at their aliases or metadata',
          }),
        )
      : matching
  }
