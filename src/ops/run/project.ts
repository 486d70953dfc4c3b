import type { RunFields } from '../../types/RunWith.ts'

/**
 * Returns the entity that owns the run's project.
 *
 * @param run - A run.
 * @returns The entity's name, as in URLs.
 * @example
 * ```ts
 * import { runEntity } from 'wandb-run-ops/ops'
 *
 * runEntity({ entity: 'team' }) // => 'team'
 * ```
 * @visibility hidden
 * @category Run operations
 * @since 0.1.0
 */
export const runEntity = (run: Pick<RunFields, 'entity'>): string => run.entity

/**
 * Returns the project of the run.
 *
 * @param run - A run.
 * @returns The project's name, as in URLs.
 * @example
 * ```ts
 * import { runProject } from 'wandb-run-ops/ops'
 *
 * runProject({ project: 'vision' }) // => 'vision'
 * ```
 * @visibility hidden
 * @category Run operations
 * @since 0.1.0
 */
export const runProject = (run: Pick<RunFields, 'project'>): string => run.project
