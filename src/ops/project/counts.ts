import type { ProjectOverview } from '../../types/ProjectOverview.ts'

/**
 * Gives how many runs the project has.
 *
 * @param project - A project with its counts and tags.
 * @returns The number; `undefined` where the server does not tell.
 * @example
 * ```ts
 * import { projectRunCount } from 'wandb-run-ops/ops'
 *
 * projectRunCount({ runCount: 84 }) // => 84
 * ```
 * @category Project operations
 * @since 0.1.0
 */
export const projectRunCount = (project: Pick<ProjectOverview, 'runCount'>): number | undefined => project.runCount

/**
 * Gives how many sweeps the project has.
 *
 * @param project - A project with its counts and tags.
 * @returns The number; `undefined` where the server does not tell.
 * @example
 * ```ts
 * import { projectSweepCount } from 'wandb-run-ops/ops'
 *
 * projectSweepCount({ sweepCount: 2 }) // => 2
 * ```
 * @category Project operations
 * @since 0.1.0
 */
export const projectSweepCount = (project: Pick<ProjectOverview, 'sweepCount'>): number | undefined =>
  project.sweepCount
