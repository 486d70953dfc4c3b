import type { Artifact } from '../../types/Artifact.ts'

/**
 * Returns the entity that owns the artifact's project.
 *
 * @param artifact - An artifact.
 * @returns The entity's name.
 * @example
 * ```ts
 * import { artifactEntity } from 'wandb-run-ops/ops'
 *
 * artifactEntity({ entity: 'team' }) // => 'team'
 * ```
 * @visibility hidden
 * @category Artifact operations
 * @since 0.1.0
 */
export const artifactEntity = (artifact: Pick<Artifact, 'entity'>): string => artifact.entity

/**
 * Returns the artifact's project.
 *
 * @param artifact - An artifact.
 * @returns The project's name.
 * @example
 * ```ts
 * import { artifactProject } from 'wandb-run-ops/ops'
 *
 * artifactProject({ project: 'vision' }) // => 'vision'
 * ```
 * @visibility hidden
 * @category Artifact operations
 * @since 0.1.0
 */
export const artifactProject = (artifact: Pick<Artifact, 'project'>): string => artifact.project
