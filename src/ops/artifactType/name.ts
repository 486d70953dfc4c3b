import type { ArtifactType } from '../../types/ArtifactType.ts'

/**
 * Returns the artifact type's name, such as `dataset`.
 *
 * @param artifactType - An artifact type.
 * @returns The name.
 * @example
 * ```ts
 * import { artifactTypeName } from 'wandb-run-ops/ops'
 *
 * artifactTypeName({ name: 'dataset' }) // => 'dataset'
 * ```
 * @category Artifact type operations
 * @since 0.1.0
 */
export const artifactTypeName = (artifactType: Pick<ArtifactType, 'name'>): string => artifactType.name
