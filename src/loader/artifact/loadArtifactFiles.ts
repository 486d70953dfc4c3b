import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import { ArtifactFile } from '../../types/ArtifactFile.ts'
import { decodeNode } from '../../types/decodeNode.ts'
import type { Client } from '../Client.ts'
import { ofVersion } from '../internal/artifact/ofVersion.ts'
import { resolveVersion, versionOf } from '../internal/artifact/resolveVersion.ts'
import { emptyList } from '../internal/paging/emptyList.ts'
import { loadList } from '../internal/paging/loadList.ts'
import { withYounger } from '../internal/paging/younger.ts'
import { type LoadError, loadError } from '../LoadError.ts'
import type { Listed, ListQuery } from '../list.ts'
import { files } from './internal/documents.ts'
import type { ArtifactVersionQuery } from './loadArtifactVersion.ts'

/**
 * Which files of an artifact version to list.
 *
 * @category Artifacts
 * @since 0.1.0
 */
export interface ArtifactFilesQuery extends ArtifactVersionQuery, ListQuery {
  /** Only files of these names; all by default. */
  readonly names?: ReadonlyArray<string> | undefined
}

/**
 * Lists the files of an artifact version, with addresses to read them from, which hold for a while.
 *
 * {@link loadArtifactManifest} lists them in fewer requests, and with what only refers to files elsewhere.
 *
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
      return E.left(loadError({ _tag: 'InvalidQuery', field: 'names', reason: 'must be a list of names' }))
    const target = await resolveVersion(client, artifactVersion, signal)
    if (E.isLeft(target)) return target
    // A server takes an empty list for none at all.
    if (names?.length === 0) return E.right(emptyList())
    const parameters = ', $names: [String!], $first: Int, $after: String'
    return withYounger(client, 'FileConnection', (isKnown) =>
      loadList(client, query, {
        operationName: 'ArtifactFiles',
        document: ofVersion('ArtifactFiles', target.right.by, parameters, files(isKnown)),
        variables: { ...target.right.variables, names: names ?? null },
        connection: (data) => {
          const version = versionOf(client, target.right, data)
          return E.isLeft(version) ? version : E.right(version.right['files'])
        },
        decode: decodeNode(ArtifactFile),
        identity: (node) => (node as { readonly name?: unknown } | null)?.name,
        phase: 'files',
        pageSize: 1000,
      }),
    )
  }
