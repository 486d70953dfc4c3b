import type { Project } from '../../types/Project.ts'

/**
 * Returns the project's description.
 *
 * @param project - A project.
 * @returns The description; `undefined` if there is none.
 * @example
 * ```ts
 * import { projectDescription } from 'wandb-run-ops/ops'
 *
 * projectDescription({ description: 'street signs' }) // => 'street signs'
 * ```
 * @category Project operations
 * @since 0.1.0
 */
export const projectDescription = (project: Pick<Project, 'description'>): string | undefined => project.description
