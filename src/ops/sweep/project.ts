import type { Sweep } from '../../types/Sweep.ts'

/**
 * Returns the entity that owns the sweep's project.
 *
 * @param sweep - A sweep.
 * @returns The entity's name.
 * @example
 * ```ts
 * import { sweepEntity } from 'wandb-run-ops/ops'
 *
 * sweepEntity({ entity: 'team' }) // => 'team'
 * ```
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepEntity = (sweep: Pick<Sweep, 'entity'>): string => sweep.entity

/**
 * Returns the sweep's project.
 *
 * @param sweep - A sweep.
 * @returns The project's name.
 * @example
 * ```ts
 * import { sweepProject } from 'wandb-run-ops/ops'
 *
 * sweepProject({ project: 'vision' }) // => 'vision'
 * ```
 * @category Sweep operations
 * @since 0.1.0
 */
export const sweepProject = (sweep: Pick<Sweep, 'project'>): string => sweep.project
