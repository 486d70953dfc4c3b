import type { Project } from '../../types/Project.ts'

/**
 * Returns the project's name, as in URLs.
 *
 * @param project - A project.
 * @returns The name.
 * @example
 * ```ts
 * import { projectName } from 'wandb-run-ops/ops'
 *
 * projectName({ name: 'vision' }) // => 'vision'
 * ```
 * @category Project operations
 * @since 0.1.0
 */
export const projectName = (project: Pick<Project, 'name'>): string => project.name
