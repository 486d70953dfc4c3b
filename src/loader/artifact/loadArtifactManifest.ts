import * as E from 'fp-ts/lib/Either.js'
import type { TaskEither } from 'fp-ts/lib/TaskEither.js'
import type { ArtifactManifest } from '../../types/ArtifactManifest.ts'
import type { Client } from '../Client.ts'
import { fetchManifest } from '../internal/artifact/fetchManifest.ts'
import { resolveVersion } from '../internal/artifact/resolveVersion.ts'
import type { LoadError } from '../LoadError.ts'
import type { ArtifactVersionQuery } from './loadArtifactVersion.ts'

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
