import type { Project } from '../../types/Project.ts'

/**
 * Returns when the project was last updated.
 *
 * @param project - A project.
 * @returns The time of the last update; `undefined` if it was not sent.
 * @example
 * ```ts
 * import { projectUpdatedAt } from 'wandb-run-ops/ops'
 *
 * projectUpdatedAt({ updatedAt: new Date('2026-11-21T10:00:00Z') }) // => new Date('2026-11-21T10:00:00Z')
 * ```
 * @category Project operations
 * @since 0.1.0
 */
export const projectUpdatedAt = (project: Pick<Project, 'updatedAt'>): Date | undefined => project.updatedAt
