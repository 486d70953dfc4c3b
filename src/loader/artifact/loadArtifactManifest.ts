import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { Client } from '../../client/Client.ts'
import { fetchBytes } from '../../client/fetchBytes.ts'
import { type LoadError, loadError } from '../../client/LoadError.ts'
import { request } from '../../client/request.ts'
import { ArtifactManifest } from '../../types/artifact/ArtifactManifest.ts'
import { decodeNode } from '../../types/wire/DecodeFailure.ts'
import { parseJson } from '../../types/wire/json.ts'
import { isObject } from '../../types/wire/own.ts'
import { versionScopedDocument } from './documents.ts'
import type { ArtifactVersionQuery } from './loadArtifactVersion.ts'
import { findVersion, resolveVersion, type VersionTarget } from './resolve.ts'

/** A manifest, and the id of its version, because an alias may point to another version by now. */
interface FetchedManifest {
  readonly id: string
  readonly manifest: ArtifactManifest
}

/** Requests the URL of the manifest of an artifact version, and fetches it. */
export const fetchManifest = async (
  client: Client,
  target: VersionTarget,
  signal: AbortSignal | undefined,
): Promise<E.Either<LoadError, FetchedManifest>> => {
  const document = versionScopedDocument('ArtifactManifest', target.by, '', 'id currentManifest { file { directUrl } }')
  const make = () => ({ operationName: 'ArtifactManifest', query: document, variables: target.variables })
  const data = await request(client, make, { signal })
  if (E.isLeft(data)) return data
  const version = findVersion(client, target, data.right)
  if (E.isLeft(version)) return version
  const { id, currentManifest } = version.right
  const file = isObject(currentManifest) ? currentManifest['file'] : undefined
  const url = isObject(file) ? file['directUrl'] : undefined
  if (typeof url !== 'string' || url === '')
    return E.left(loadError({ _tag: 'NotFound', what: 'manifest', path: client.redact(target.shown) }))
  if (typeof id !== 'string')
    return E.left(loadError({ _tag: 'ResponseMalformed', detail: 'the artifact version has no id' }))
  const bytes = await fetchBytes(client, url, { anonymous: true, signal })
  if (E.isLeft(bytes)) return bytes
  const json = parseJson(new TextDecoder().decode(bytes.right.bytes))
  if (E.isLeft(json)) return E.left(loadError({ _tag: 'ResponseMalformed', detail: 'the manifest is not JSON' }))
  const read = decodeNode(ArtifactManifest)(json.right)
  return E.isRight(read)
    ? E.right({ id, manifest: read.right })
    : E.left(loadError({ _tag: 'Unreadable', what: 'manifest', failure: read.left }))
}

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
  ({ artifactVersion, signal }: ArtifactVersionQuery) =>
  (client: Client): TaskEither<LoadError, ArtifactManifest> =>
  async () => {
    const target = await resolveVersion(client, artifactVersion, signal)
    if (E.isLeft(target)) return target
    const fetched = await fetchManifest(client, target.right, signal)
    return E.isLeft(fetched) ? fetched : E.right(fetched.right.manifest)
  }
