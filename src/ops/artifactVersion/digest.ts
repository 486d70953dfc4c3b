import type { ArtifactVersion } from '../../types/ArtifactVersion.ts'

/**
 * Returns the digest of the version's manifest.
 *
 * Equal digests mean equal contents.
 *
 * @param artifactVersion - An artifact version.
 * @returns The digest.
 * @example
 * ```ts
 * import { artifactVersionDigest } from 'wandb-run-ops/ops'
 *
 * artifactVersionDigest({ digest: '64e7c61456b10382e2f3b571ac24b659' }) // => '64e7c61456b10382e2f3b571ac24b659'
 * ```
 * @visibility hidden
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionDigest = (artifactVersion: Pick<ArtifactVersion, 'digest'>): string =>
  artifactVersion.digest
