import type { Project } from '../../types/Project.ts'

/**
 * Returns when a run of the project was last active.
 *
 * @param project - A project.
 * @returns The time; `undefined` if it was not sent.
 * @example
 * ```ts
 * import { projectLastActiveAt } from 'wandb-run-ops/ops'
 *
 * projectLastActiveAt({ lastActiveAt: new Date('2026-11-21T10:00:00Z') }) // => new Date('2026-11-21T10:00:00Z')
 * ```
 * @category Project operations
 * @since 0.1.0
 */
export const projectLastActiveAt = (project: Pick<Project, 'lastActiveAt'>): Date | undefined => project.lastActiveAt
