import type { ArtifactType } from '../../types/ArtifactType.ts'

/**
 * Gives what the owner wrote about the type.
 *
 * @param artifactType - An artifact type.
 * @returns The text; `undefined` where there is none.
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
