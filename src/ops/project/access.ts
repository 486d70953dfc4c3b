import type { Project } from '../../types/Project.ts'

/**
 * Gives who may see the project, such as `PRIVATE`, as the server sent it.
 *
 * @param project - A project.
 * @returns The access; `undefined` where the server does not tell.
 * @example
 * ```ts
 * import { projectAccess } from 'wandb-run-ops/ops'
 *
 * projectAccess({ access: 'PRIVATE' }) // => 'PRIVATE'
 * ```
 * @category Project operations
 * @since 0.1.0
 */
export const projectAccess = (project: Pick<Project, 'access'>): string | undefined => project.access
