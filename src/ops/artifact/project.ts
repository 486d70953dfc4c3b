import type { Artifact } from '../../types/Artifact.ts'

/**
 * Gives the entity that owns the project of the artifact.
 *
 * @param artifact - An artifact.
 * @returns The name.
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
 * Gives the project that the artifact belongs to.
 *
 * @param artifact - An artifact.
 * @returns The name.
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
