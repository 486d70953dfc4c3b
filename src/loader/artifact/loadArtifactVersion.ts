import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { unreadableRecord } from '../../client/errors.ts'
import { withOptionalFields } from '../../client/graphql/optionalFields.ts'
import { request } from '../../client/graphql/request.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { abortSignal } from '../../client/optionChecks.ts'
import { type QueryShape, queryTask } from '../../client/queryTask.ts'
import { unwrap } from '../../client/task.ts'
import { type ArtifactVersion, artifactVersionCodec } from '../../types/artifact/ArtifactVersion.ts'
import { decodeNode } from '../../types/wire/DecodeFailure.ts'
import { byId } from '../request/references.ts'
import { versionDocument } from './documents.ts'
import { type ArtifactVersionReference, findMembership, findVersion, resolveVersion } from './resolve.ts'

/**
 * The options of {@link loadArtifactVersion}.
 *
 * @category Artifacts
 * @since 0.1.0
 */
export interface ArtifactVersionQuery {
  /**
   * The version's path in any format that `parseArtifactPath` accepts, such as `entity/project/name:v3`, or its record, or
   * any object with its `id`. A path without an alias means `latest`.
   */
  readonly artifactVersion: ArtifactVersionReference
  /** Aborts the load. */
  readonly signal?: AbortSignal | undefined
}

export const artifactVersionShape: QueryShape<ArtifactVersionQuery> = {
  subject: 'artifactVersion',
  options: { artifactVersion: true, signal: abortSignal },
  reference: byId,
}

/**
 * Loads one artifact version, in one request.
 *
 * With a path, the version has the name, number and aliases of that collection, even if the collection only links to it.
 * With an id, it has those of the collection that it was logged to. A version that does not exist, or that the API key has
 * no access to, is `NotFound`.
 *
 * @param query - The version's path, or a query.
 * @returns A function from a client to the artifact version.
 * @example
 * ```ts no-run
 * import { loadArtifactVersion, makeClient, orThrow } from 'wandb-run-ops/loader'
 * import { artifactVersionLink, artifactVersionNumber } from 'wandb-run-ops/ops'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const version = await orThrow(loadArtifactVersion('team/vision/model:latest')(client))
 *
 * console.log(artifactVersionNumber(version), artifactVersionLink(version))
 * ```
 * @category Artifacts
 * @since 0.1.0
 */
export const loadArtifactVersion =
  (query: ArtifactVersionReference | ArtifactVersionQuery) =>
  (client: Client): TaskEither<LoadError, ArtifactVersion> =>
    queryTask(client, artifactVersionShape, query, async function* ({ artifactVersion, signal }: ArtifactVersionQuery) {
      const target = yield* unwrap(resolveVersion(client, artifactVersion, signal))
      const load = (isSupported: boolean) =>
        request(client, versionDocument(target.by, isSupported), target.variables, { signal })
      const data = yield* unwrap(withOptionalFields(client, 'Artifact', load))
      const node = yield* unwrap(findVersion(client, target, data))
      const wire =
        target.by === 'id' ? node : { ...node, membership: yield* unwrap(findMembership(client, target, data)) }
      const decode = decodeNode(artifactVersionCodec(client.appUrl))
      return yield* unwrap(E.mapLeft(unreadableRecord('artifact version'))(decode(wire)))
    })
