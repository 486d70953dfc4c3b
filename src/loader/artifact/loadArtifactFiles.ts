import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { type Listed, type ListQuery, listOptions, loadList } from '../../client/graphql/loadList.ts'
import { withOptionalFields } from '../../client/graphql/optionalFields.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { stringList } from '../../client/optionChecks.ts'
import { type QueryShape, queryTask } from '../../client/queryTask.ts'
import type { GraphqlData } from '../../client/readReply.ts'
import { unwrap } from '../../client/task.ts'
import { ArtifactFile } from '../../types/file/ArtifactFile.ts'
import { decodeNode } from '../../types/wire/DecodeFailure.ts'
import { artifactFilesDocument } from './documents.ts'
import { type ArtifactVersionQuery, artifactVersionShape } from './loadArtifactVersion.ts'
import { type ArtifactVersionReference, findVersion, resolveVersion } from './resolve.ts'

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

export const artifactFilesShape: QueryShape<ArtifactFilesQuery> = {
  ...artifactVersionShape,
  options: { ...artifactVersionShape.options, names: stringList, ...listOptions },
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
  (query: ArtifactVersionReference | ArtifactFilesQuery) =>
  (client: Client): TaskEither<LoadError, Listed<ArtifactFile>> =>
    queryTask(client, artifactFilesShape, query, async function* (query: ArtifactFilesQuery) {
      const { artifactVersion, names = [], signal } = query
      const target = yield* unwrap(resolveVersion(client, artifactVersion, signal))
      const load = (isSupported: boolean) =>
        loadList(client, query, {
          document: artifactFilesDocument(target.by, isSupported),
          variables: { ...target.variables, names: names.length === 0 ? null : names },
          connection: (data) => E.map(({ files }: GraphqlData) => files)(findVersion(client, target, data)),
          decode: decodeNode(ArtifactFile),
          identity: (node) => (node as { readonly name?: unknown } | null)?.name,
          phase: 'files',
          pageSize: 1000,
        })
      return yield* unwrap(withOptionalFields(client, 'FileConnection', load))
    })
