import type { Project } from '../../types/Project.ts'

/**
 * Returns the entity that owns the project.
 *
 * @param project - A project.
 * @returns The entity's name, as in URLs.
 * @example
 * ```ts
 * import { projectEntity } from 'wandb-run-ops/ops'
 *
 * projectEntity({ entity: 'team' }) // => 'team'
 * ```
 * @visibility hidden
 * @category Project operations
 * @since 0.1.0
 */
export const projectEntity = (project: Pick<Project, 'entity'>): string => project.entity
