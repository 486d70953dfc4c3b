import type { Project } from '../../types/Project.ts'
import type { User } from '../../types/User.ts'

/**
 * Returns the user who created the project.
 *
 * If that user was deleted or is hidden, the unknown user, whose username is empty.
 *
 * @param project - A project.
 * @returns The user, never `undefined`.
 * @example
 * ```ts
 * import { projectUser } from 'wandb-run-ops/ops'
 *
 * projectUser({ user: { id: undefined, username: 'ada', name: 'Ada' } }) // => { id: undefined, username: 'ada', name: 'Ada' }
 * ```
 * @category Project operations
 * @since 0.1.0
 */
export const projectUser = (project: Pick<Project, 'user'>): User => project.user
