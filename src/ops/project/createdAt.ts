import type { Project } from '../../types/Project.ts'

/**
 * Returns when the project was created.
 *
 * @param project - A project.
 * @returns The creation time; `undefined` if it was not sent.
 * @example
 * ```ts
 * import { projectCreatedAt } from 'wandb-run-ops/ops'
 *
 * projectCreatedAt({ createdAt: new Date('2026-11-21T10:00:00Z') }) // => new Date('2026-11-21T10:00:00Z')
 * ```
 * @category Project operations
 * @since 0.1.0
 */
export const projectCreatedAt = (project: Pick<Project, 'createdAt'>): Date | undefined => project.createdAt
