import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { type Listed, type ListQuery, listOptions, loadList } from '../../client/graphql/loadList.ts'
import { withOptionalFields } from '../../client/graphql/optionalFields.ts'
import { type LoadError, loadError } from '../../client/LoadError.ts'
import { isNonEmpty, mustBe, stringList } from '../../client/optionChecks.ts'
import { type QueryShape, queryTask } from '../../client/queryTask.ts'
import type { GraphqlData } from '../../client/readReply.ts'
import { fail, unwrap } from '../../client/task.ts'
import { type ArtifactVersion, artifactVersionCodec } from '../../types/artifact/ArtifactVersion.ts'
import { isAliasOfCollection } from '../../types/artifact/flatten.ts'
import { decodeNode } from '../../types/wire/DecodeFailure.ts'
import { isObject } from '../../types/wire/own.ts'
import { serializeFilters } from '../request/jsonFilters.ts'
import { byProjectAndName } from '../request/references.ts'
import { artifactVersionsDocument } from './documents.ts'
import { type ArtifactReference, findArtifact, resolveArtifact } from './resolve.ts'

const INDEX = /^v(0|[1-9]\d*)$/

/** The edge has the version number in this collection; the node has that in the collection it was logged to. */
const indexOf = (version: unknown, node: GraphqlData): unknown => {
  const digits = typeof version === 'string' ? INDEX.exec(version)?.[1] : undefined
  return digits === undefined ? node['versionIndex'] : Number(digits)
}

/**
 * The versions of a collection. Each node gets its membership in that collection, so that a link has the number and the
 * aliases of this collection.
 */
export const versionsWithMembership = (collection: GraphqlData): unknown => {
  const connection = collection['artifacts']
  if (!isObject(connection) || !Array.isArray(connection['edges'])) return connection
  const edges = connection['edges'].map((edge: unknown) => {
    const node = isObject(edge) ? edge['node'] : undefined
    if (!isObject(edge) || !isObject(node)) return edge
    const aliases = node['aliases']
    const membership = {
      versionIndex: indexOf(edge['version'], node),
      aliases: Array.isArray(aliases) ? aliases.filter(isAliasOfCollection(collection)) : aliases,
      artifactCollection: collection,
    }
    return { ...edge, node: { ...node, membership } }
  })
  return { ...connection, edges }
}

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

export const artifactVersionsShape: QueryShape<ArtifactVersionsQuery> = {
  subject: 'artifact',
  options: {
    artifact: true,
    tags: stringList,
    filters: true,
    order: mustBe('a column such as "version_index" or "-created_at"', isNonEmpty),
    ...listOptions,
  },
  reference: byProjectAndName,
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
  (query: ArtifactReference | ArtifactVersionsQuery) =>
  (client: Client): TaskEither<LoadError, Listed<ArtifactVersion>> =>
    queryTask(client, artifactVersionsShape, query, async function* (query: ArtifactVersionsQuery) {
      const { order = null, signal, tags = [] } = query
      const filters = yield* unwrap(serializeFilters(query.filters ?? { state: 'COMMITTED' }))
      const path = yield* unwrap(resolveArtifact(client, query.artifact, signal))

      let isUnsupported = false
      const hasTags = (version: ArtifactVersion): boolean => {
        isUnsupported ||= version.tags === undefined
        return tags.every((tag) => version.tags?.includes(tag))
      }
      const listed = await withOptionalFields(client, 'Artifact', (isSupported) =>
        loadList(client, query, {
          document: artifactVersionsDocument(isSupported),
          variables: { ...path, filters, order },
          connection: (data) => E.map(versionsWithMembership)(findArtifact(client, path, data)),
          decode: decodeNode(artifactVersionCodec(client.appUrl)),
          passes: tags.length === 0 ? undefined : hasTags,
          phase: 'artifactVersions',
          pageSize: PAGE,
        }),
      )
      if (!isUnsupported) return yield* unwrap(listed)
      const advice = 'load all versions, and check their aliases or metadata'
      return yield* fail(loadError({ _tag: 'Unsupported', feature: 'tags on artifact versions', advice }))
    })
