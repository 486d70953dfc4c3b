import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { malformedResponse, notFound, unreadableRecord } from '../../client/errors.ts'
import { fetchBytes, webPageInstead } from '../../client/fetchBytes.ts'
import { request } from '../../client/graphql/request.ts'
import type { LoadError } from '../../client/LoadError.ts'
import { queryTask } from '../../client/queryTask.ts'
import { fail, task, unwrap } from '../../client/task.ts'
import { ArtifactManifest } from '../../types/artifact/ArtifactManifest.ts'
import { decodeNode } from '../../types/wire/DecodeFailure.ts'
import { parseJson } from '../../types/wire/json.ts'
import { isObject } from '../../types/wire/own.ts'
import { manifestDocument } from './documents.ts'
import { type ArtifactVersionQuery, artifactVersionShape } from './loadArtifactVersion.ts'
import { type ArtifactVersionReference, findVersion, resolveVersion, type VersionTarget } from './resolve.ts'

/** A manifest, and the id of its version, because an alias may point to another version by now. */
interface FetchedManifest {
  readonly id: string
  readonly manifest: ArtifactManifest
}

/** Requests the URL of the manifest of an artifact version, and fetches it. */
export const fetchManifest = (
  client: Client,
  target: VersionTarget,
  signal: AbortSignal | undefined,
): TaskEither<LoadError, FetchedManifest> =>
  task(async function* () {
    const data = yield* unwrap(request(client, manifestDocument(target.by), target.variables, { signal }))
    const { id, currentManifest } = yield* unwrap(findVersion(client, target, data))
    const file = isObject(currentManifest) ? currentManifest['file'] : undefined
    const url = isObject(file) ? file['directUrl'] : undefined
    if (typeof url !== 'string' || url === '') return yield* fail(notFound(client, 'manifest', target.shown))
    if (typeof id !== 'string') return yield* fail(malformedResponse('the artifact version has no id'))
    const { bytes } = yield* unwrap(fetchBytes(client, url, { anonymous: true, check: webPageInstead, signal }))
    const json = yield* unwrap(
      E.mapLeft(() => malformedResponse('the manifest is not JSON'))(parseJson(new TextDecoder().decode(bytes))),
    )
    const manifest = yield* unwrap(E.mapLeft(unreadableRecord('manifest'))(decodeNode(ArtifactManifest)(json)))
    return { id, manifest }
  })

/**
 * Loads the manifest of an artifact version: its files with their sizes and digests. It takes two requests, one of them to
 * the storage service.
 *
 * A version that is not committed yet has no manifest, which is `NotFound`.
 *
 * @param query - The artifact version.
 * @returns A function from a client to the manifest.
 * @example
 * ```ts no-run
 * import { loadArtifactManifest, makeClient, orThrow } from 'wandb-run-ops/loader'
 *
 * const client = makeClient({ apiKey: 'your key' })
 * const { entries } = await orThrow(loadArtifactManifest({ artifactVersion: 'team/vision/data:v2' })(client))
 *
 * for (const { path, size } of entries) console.log(path, size)
 * ```
 * @category Artifacts
 * @since 0.1.0
 */
export const loadArtifactManifest =
  (query: ArtifactVersionReference | ArtifactVersionQuery) =>
  (client: Client): TaskEither<LoadError, ArtifactManifest> =>
    queryTask(client, artifactVersionShape, query, async function* ({ artifactVersion, signal }: ArtifactVersionQuery) {
      const target = yield* unwrap(resolveVersion(client, artifactVersion, signal))
      const { manifest } = yield* unwrap(fetchManifest(client, target, signal))
      return manifest
    })
