import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import type { Listed } from '../../client/graphql/loadList.ts'
import { request } from '../../client/graphql/request.ts'
import { readSinglePage } from '../../client/graphql/singlePage.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { queryTask } from '../../client/queryTask.ts'
import { unwrap } from '../../client/task.ts'
import { ArtifactMembership } from '../../types/artifact/ArtifactMembership.ts'
import { decodeNode } from '../../types/wire/DecodeFailure.ts'
import { membershipsDocument } from './documents.ts'
import { type ArtifactVersionQuery, artifactVersionShape } from './loadArtifactVersion.ts'
import { type ArtifactVersionReference, findVersion, resolveVersion } from './resolve.ts'

/**
 * Loads the collections that contain an artifact version: the one that it was logged to, and those that link to it, with
 * its number and aliases in each.
 *
 * The server returns a single page: if that is not all, `complete` is `false`.
 *
 * @param query - The artifact version.
 * @returns A function from a client to the memberships.
 * @example
 * ```ts no-run
 * import { loadArtifactMemberships, makeClient, orThrow } from 'wandb-run-ops/loader'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const { items } = await orThrow(loadArtifactMemberships({ artifactVersion: 'team/vision/model:v3' })(client))
 *
 * console.log(items.filter(({ kind }) => kind === 'portfolio').map(({ name, aliases }) => [name, aliases]))
 * ```
 * @category Artifacts
 * @since 0.1.0
 */
export const loadArtifactMemberships =
  (query: ArtifactVersionReference | ArtifactVersionQuery) =>
  (client: Client): TaskEither<LoadError, Listed<ArtifactMembership>> =>
    queryTask(client, artifactVersionShape, query, async function* ({ artifactVersion, signal }: ArtifactVersionQuery) {
      const target = yield* unwrap(resolveVersion(client, artifactVersion, signal))
      const document = membershipsDocument(target.by)
      const data = yield* unwrap(request(client, document, target.variables, { signal }))
      const { artifactMemberships } = yield* unwrap(findVersion(client, target, data))
      return yield* unwrap(readSinglePage(document, artifactMemberships, decodeNode(ArtifactMembership)))
    })
