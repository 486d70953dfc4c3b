import type { ArtifactVersion } from '../../types/ArtifactVersion.ts'

/**
 * Returns the type of the version's collection, such as `dataset` or `model`.
 *
 * @param artifactVersion - An artifact version.
 * @returns The type.
 * @example
 * ```ts
 * import { artifactVersionType } from 'wandb-run-ops/ops'
 *
 * artifactVersionType({ type: 'model' }) // => 'model'
 * ```
 * @category Artifact version operations
 * @since 0.1.0
 */
export const artifactVersionType = (artifactVersion: Pick<ArtifactVersion, 'type'>): string => artifactVersion.type
