import type { ArtifactType } from '../../types/ArtifactType.ts'

/**
 * Returns the artifact type's description.
 *
 * @param artifactType - An artifact type.
 * @returns The description; `undefined` if there is none.
 * @example
 * ```ts
 * import { artifactTypeDescription } from 'wandb-run-ops/ops'
 *
 * artifactTypeDescription({ description: 'data sets' }) // => 'data sets'
 * ```
 * @visibility hidden
 * @category Artifact type operations
 * @since 0.1.0
 */
export const artifactTypeDescription = (artifactType: Pick<ArtifactType, 'description'>): string | undefined =>
  artifactType.description
