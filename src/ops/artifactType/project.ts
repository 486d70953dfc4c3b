import type { ArtifactType } from '../../types/ArtifactType.ts'

/**
 * Returns the entity that owns the artifact type's project.
 *
 * @param artifactType - An artifact type.
 * @returns The entity's name.
 * @example
 * ```ts
 * import { artifactTypeEntity } from 'wandb-run-ops/ops'
 *
 * artifactTypeEntity({ entity: 'team' }) // => 'team'
 * ```
 * @visibility hidden
 * @category Artifact type operations
 * @since 0.1.0
 */
export const artifactTypeEntity = (artifactType: Pick<ArtifactType, 'entity'>): string => artifactType.entity

/**
 * Returns the artifact type's project.
 *
 * @param artifactType - An artifact type.
 * @returns The project's name.
 * @example
 * ```ts
 * import { artifactTypeProject } from 'wandb-run-ops/ops'
 *
 * artifactTypeProject({ project: 'vision' }) // => 'vision'
 * ```
 * @visibility hidden
 * @category Artifact type operations
 * @since 0.1.0
 */
export const artifactTypeProject = (artifactType: Pick<ArtifactType, 'project'>): string => artifactType.project
