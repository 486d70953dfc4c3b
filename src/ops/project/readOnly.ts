import type { Project } from '../../types/Project.ts'

/**
 * Tells whether this key may not change the project.
 *
 * @param project - A project.
 * @returns Whether it is read-only; `undefined` where the server does not tell.
 * @example
 * ```ts
 * import { projectReadOnly } from 'wandb-run-ops/ops'
 *
 * projectReadOnly({ readOnly: true }) // => true
 * ```
 * @category Project operations
 * @since 0.1.0
 */
export const projectReadOnly = (project: Pick<Project, 'readOnly'>): boolean | undefined => project.readOnly
