import type { ProjectOverview } from '../../types/ProjectOverview.ts'

/**
 * Returns the number of runs in the project.
 *
 * @param project - A project, loaded with its counts and tags.
 * @returns The number; `undefined` if the server does not report it.
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
 * Returns the number of sweeps in the project.
 *
 * @param project - A project, loaded with its counts and tags.
 * @returns The number; `undefined` if the server does not report it.
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
