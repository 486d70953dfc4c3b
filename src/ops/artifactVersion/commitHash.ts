import type { ArtifactVersion } from '../../types/ArtifactVersion.ts'

/**
 * Returns the Git commit that the version was made from.
 *
 * @param artifactVersion - An artifact version.
 * @returns The hash; `undefined` if none was recorded.
 * @example
 * ```ts
 * import { artifactVersionHash } from 'wandb-run-ops/ops'
 *
 * artifactVersionHash({ commitHash: '3f2a91c' }) // => '3f2a91c'
 * ```
 * @visibility hidden
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionHash = (artifactVersion: Pick<ArtifactVersion, 'commitHash'>): string | undefined =>
  artifactVersion.commitHash
