import type { Project } from '../../types/Project.ts'

/**
 * Returns who can see the project, such as `PRIVATE`, as the server sent it.
 *
 * @param project - A project.
 * @returns The access level; `undefined` if the server does not report it.
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
