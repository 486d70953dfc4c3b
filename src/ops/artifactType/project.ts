import type { ArtifactType } from '../../types/ArtifactType.ts'

/**
 * Gives the entity that owns the project of the artifact type.
 *
 * @param artifactType - An artifact type.
 * @returns The name.
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
 * Gives the project that the artifact type belongs to.
 *
 * @param artifactType - An artifact type.
 * @returns The name.
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
