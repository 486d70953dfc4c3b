import type { Project } from '../../types/Project.ts'

/**
 * Returns whether the project is read-only for the API key.
 *
 * @param project - A project.
 * @returns Whether it is read-only; `undefined` if the server does not report it.
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
