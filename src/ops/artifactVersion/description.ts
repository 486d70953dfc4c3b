import type { ArtifactVersion } from '../../types/ArtifactVersion.ts'

/**
 * Returns the version's description.
 *
 * @param artifactVersion - An artifact version.
 * @returns The description; `undefined` if there is none.
 * @example
 * ```ts
 * import { artifactVersionDescription } from 'wandb-run-ops/ops'
 *
 * artifactVersionDescription({ description: 'trained on v2 of the data' }) // => 'trained on v2 of the data'
 * ```
 * @visibility hidden
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionDescription = (artifactVersion: Pick<ArtifactVersion, 'description'>): string | undefined =>
  artifactVersion.description
