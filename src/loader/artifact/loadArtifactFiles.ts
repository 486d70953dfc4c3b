import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { emptyList, type Listed, type ListQuery, loadList } from '../../client/graphql/loadList.ts'
import { withOptionalFields } from '../../client/graphql/optionalFields.ts'
import { type LoadError, loadError } from '../../client/LoadError.ts'
import { ArtifactFile } from '../../types/file/ArtifactFile.ts'
import { decodeNode } from '../../types/wire/DecodeFailure.ts'
import { filesSelection, versionScopedDocument } from './documents.ts'
import type { ArtifactVersionQuery } from './loadArtifactVersion.ts'
import { findVersion, resolveVersion } from './resolve.ts'

/**
 * The options of {@link loadArtifactFiles}.
 *
 * @category Artifacts
 * @since 0.1.0
 */
export interface ArtifactFilesQuery extends ArtifactVersionQuery, ListQuery {
  /** Only files with these names; all by default. */
  readonly names?: ReadonlyArray<string> | undefined
}

/**
 * Lists the files of an artifact version, with signed URLs that expire.
 *
 * {@link loadArtifactManifest} lists them in fewer requests and includes references to external files.
 *
 * @param query - The artifact version, names, and paging options.
 * @returns A function from a client to the files.
 * @example
 * ```ts no-run
 * import { loadArtifactFiles, makeClient, orThrow } from 'wandb-run-ops/loader'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const { items } = await orThrow(loadArtifactFiles({ artifactVersion: 'team/vision/data:v2' })(client))
 *
 * for (const { name, size, directUrl } of items) console.log(name, size, directUrl)
 * ```
 * @category Artifacts
 * @since 0.1.0
 */
export const loadArtifactFiles =
  (query: ArtifactFilesQuery) =>
  (client: Client): TaskEither<LoadError, Listed<ArtifactFile>> =>
  async () => {
    const { artifactVersion, names, signal } = query
    if (names !== undefined && !(Array.isArray(names) && names.every((name) => typeof name === 'string')))
      return E.left(loadError({ _tag: 'InvalidQuery', field: 'names', reason: 'must be an array of strings' }))
    const target = await resolveVersion(client, artifactVersion, signal)
    if (E.isLeft(target)) return target
    // A server treats an empty list as no filter.
    if (names?.length === 0) return E.right(emptyList())
    const parameters = ', $names: [String!], $first: Int, $after: String'
    return withOptionalFields(client, 'FileConnection', (isSupported) =>
      loadList(client, query, {
        operationName: 'ArtifactFiles',
        document: versionScopedDocument('ArtifactFiles', target.right.by, parameters, filesSelection(isSupported)),
        variables: { ...target.right.variables, names: names ?? null },
        connection: (data) => {
          const version = findVersion(client, target.right, data)
          return E.isLeft(version) ? version : E.right(version.right['files'])
        },
        decode: decodeNode(ArtifactFile),
        identity: (node) => (node as { readonly name?: unknown } | null)?.name,
        phase: 'files',
        pageSize: 1000,
      }),
    )
  }
